"""The front door of the call center: masks personal data in a ticket, and asks the model that fits it for its class."""
