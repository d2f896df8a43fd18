"""How is a report said, in the window and in a ticket?"""
