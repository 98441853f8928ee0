"""The messages of the wire and the frame codec; pure."""
