"""Reports to send on: each is its pieces, by kind, and a renderer, by format.

A kind is a file in ``kinds``, a format one in ``formats``; both are loaded only when asked for.
"""
