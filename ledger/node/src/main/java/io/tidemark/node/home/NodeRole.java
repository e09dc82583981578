package io.tidemark.node.home;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a home is for, and the program that runs it. Written in {@code node.yaml} as {@code till},
 * {@code head-office}, ….
 */
public enum NodeRole {
    TILL("edge-agent"),
    HANDHELD("edge-agent"),
    GATEWAY("fog-gateway"),
    HEAD_OFFICE("cloud-ingest");

    private final String program;

    NodeRole(String program) {
        this.program = program;
    }

    /** The deployable that runs such a home. */
    public String program() {
        return program;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<NodeRole> of(String text) {
        String wanted = text.toLowerCase(Locale.ROOT).replace('_', '-');
        return Stream.of(values()).filter(role -> role.label().equals(wanted)).findFirst();
    }
}
