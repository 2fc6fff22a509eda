"""What starts the app from an unpacked zip, on the user's laptop.

Only the standard library, and nothing newer than Python 3.8: an older Python must be able to say
that it is too old. It goes into the zip as it stands here. The app's catalogues are in the wheels
that are not unpacked yet, so its few sentences stand in the code; ASCII, whatever the code page.
"""
