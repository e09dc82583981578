package io.tidemark.node.people;

/** Somebody says who they are. */
public record Claim(String number, String pin) {
    /** Nothing of a PIN belongs in a log. */
    @Override
    public String toString() {
        return "Claim[" + number + "]";
    }
}
