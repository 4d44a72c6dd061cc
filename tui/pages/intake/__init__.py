"""Files from elsewhere: asked for, shown before anything is taken or filled."""
