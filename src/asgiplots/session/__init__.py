"""One document being viewed: journal, viewers, ordering, scheduler; transport-free."""
