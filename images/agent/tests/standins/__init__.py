"""Stand-ins for others that the agent asks. Each keeps every byte that it was sent."""
