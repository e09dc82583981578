package io.tidemark.fog.export.dsfinvk;

/** Appendix B: what kind of happening it is. Only a {@code Beleg} counts in a closing. */
enum BonType {
    BELEG("Beleg"),
    SUSPENDED("AVBelegabbruch"),
    VOIDED("AVBelegstorno"),
    TRAINING("AVTraining"),
    OTHER("AVSonstige");

    private final String code;

    BonType(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
