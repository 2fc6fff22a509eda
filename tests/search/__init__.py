"""How well search answers: questions, the records that answer them, and what is made of them."""
