"""Trains the models that the images bring. Nothing is fetched: the data comes with scikit-learn, or is made here."""
