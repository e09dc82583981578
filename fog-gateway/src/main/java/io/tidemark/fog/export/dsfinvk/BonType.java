package io.tidemark.fog.export.dsfinvk;

/** Appendix B: what kind of happening it is. Only a {@code Beleg} counts in a closing. */
enum BonType {
    BELEG("Beleg"),
    /** Given up after it was begun; what was paid is undone by another {@code Beleg}. */
    VOIDED("AVBelegabbruch"),
    TRAINING("AVTraining"),
    /** Has a name that says what it is. */
    OTHER("AVSonstige");

    private final String code;

    BonType(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
