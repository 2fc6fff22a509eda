"""Strongly connected parts of a graph, without recursion: forged stubs can make circles.

Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1(2), 1972.
"""

from collections.abc import Collection, Iterator, Mapping


def components(graph: Mapping[str, Collection[str]]) -> Iterator[list[str]]:
    """The strongly connected components, each after those that it leads to.

    ``graph`` maps each node to the nodes it leads to; names that are no key are passed over.
    """
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    for root in graph:
        if root in number:
            continue
        path = [(root, iter(graph[root]))]
        number[root] = lowest[root] = len(number)
        stack.append(root)
        on_stack.add(root)
        while path:
            node, ahead = path[-1]
            for successor in ahead:
                if successor not in graph:
                    continue
                if successor not in number:
                    number[successor] = lowest[successor] = len(number)
                    stack.append(successor)
                    on_stack.add(successor)
                    path.append((successor, iter(graph[successor])))
                    break
                if successor in on_stack:
                    lowest[node] = min(lowest[node], number[successor])
            else:
                path.pop()
                if path:
                    parent = path[-1][0]
                    lowest[parent] = min(lowest[parent], lowest[node])
                if lowest[node] == number[node]:
                    part = []
                    while True:
                        member = stack.pop()
                        on_stack.discard(member)
                        part.append(member)
                        if member == node:
                            break
                    yield part
