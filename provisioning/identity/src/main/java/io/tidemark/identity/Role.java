package io.tidemark.identity;

/** What a node does, and so what its certificate is good for. */
public enum Role {
    TILL(1, "till"),
    GATEWAY(2, "gateway"),
    HEAD_OFFICE(3, "head-office");

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
            case TILL -> false;
            case GATEWAY, HEAD_OFFICE -> true;
        };
    }

    static Role ofCode(int code) {
        for (Role role : values()) if (role.code == code) return role;
        throw new IllegalArgumentException("no role has the number " + code);
    }
}
