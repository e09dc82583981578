package io.tidemark.profiles;

/** A node's settings name a profile that does not exist. The message names those that do. */
public final class UnknownProfile extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnknownProfile(String message) {
        super(message);
    }
}
