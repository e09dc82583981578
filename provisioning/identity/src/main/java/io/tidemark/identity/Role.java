package io.tidemark.identity;

/** What a node does, and so what its certificate is good for. */
public enum Role {
    TILL(1, "till"),
    GATEWAY(2, "gateway"),
    HEAD_OFFICE(3, "head-office"),
    HANDHELD(4, "handheld");

    private final int code;
    private final String label;

    Role(int code, String label) {
        this.code = code;
        this.label = label;
    }

    /** The number that stands for it in signed rosters; never reused. */
    int code() {
        return code;
    }

    /** As written in settings. */
    public String label() {
        return label;
    }

    /** Whether others connect to it: only then is its certificate one for a server too. */
    public boolean isServer() {
        return switch (this) {
            case TILL, HANDHELD -> false;
            case GATEWAY, HEAD_OFFICE -> true;
        };
    }

    /** Whether it writes a journal of its own that the store's gateway gathers. */
    public boolean isDevice() {
        return switch (this) {
            case TILL, HANDHELD -> true;
            case GATEWAY, HEAD_OFFICE -> false;
        };
    }

    static Role ofCode(int code) {
        for (Role role : values()) if (role.code == code) return role;
        throw new IllegalArgumentException("no role has the number " + code);
    }
}
