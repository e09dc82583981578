package io.tidemark.fog.export.dsfinvk;

/** Appendix C: the business cases that tills have. */
enum BusinessCase {
    UMSATZ("Umsatz"),
    PFAND("Pfand"),
    PFAND_RUECKZAHLUNG("PfandRueckzahlung"),
    RABATT("Rabatt"),
    AUFSCHLAG("Aufschlag"),
    TRINKGELD_AN("TrinkgeldAN"),
    MEHRZWECKGUTSCHEIN_KAUF("MehrzweckgutscheinKauf"),
    MEHRZWECKGUTSCHEIN_EINLOESUNG("MehrzweckgutscheinEinloesung"),
    FORDERUNGSENTSTEHUNG("Forderungsentstehung"),
    ANFANGSBESTAND("Anfangsbestand"),
    GELDTRANSIT("Geldtransit"),
    EINZAHLUNG("Einzahlung"),
    AUSZAHLUNG("Auszahlung"),
    DIFFERENZ_SOLL_IST("DifferenzSollIst");

    private final String code;

    BusinessCase(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
