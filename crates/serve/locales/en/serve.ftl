# Service: practical things done for people.
nav-serve = Service
