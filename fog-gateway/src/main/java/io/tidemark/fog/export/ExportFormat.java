package io.tidemark.fog.export;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a closed day can be written as. */
public enum ExportFormat {
    SAFT("saft", "SAF-T Cash Register 1.00", "xml", "application/xml"),
    DSFINVK("dsfinvk", "DSFinV-K 2.4", "zip", "application/zip"),
    POSLOG("poslog", "ARTS POSLog 6, as JSON", "json", "application/json"),
    HLEDGER("hledger", "journal for hledger", "journal", "text/plain; charset=utf-8"),
    CSV("csv", "tables (CSV)", "zip", "application/zip"),
    PDF("pdf", "store Z (PDF)", "pdf", "application/pdf");

    private final String label;
    private final String title;
    private final String extension;
    private final String mediaType;

    ExportFormat(String label, String title, String extension, String mediaType) {
        this.label = label;
        this.title = title;
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** As commands and addresses name it. */
    public String label() {
        return label;
    }

    /** As people read it. */
    public String title() {
        return title;
    }

    public String mediaType() {
        return mediaType;
    }

    /** How such a file of the day is called, as in {@code s001-2026-11-21-saft.xml}. */
    public String fileName(ClosedDay day) {
        return day.facts().store() + "-" + day.day() + "-" + label + "." + extension;
    }

    public static Optional<ExportFormat> of(String label) {
        return Arrays.stream(values()).filter(format -> format.label.equals(label)).findFirst();
    }

    /** All labels, for who is to choose one. */
    public static String labels() {
        return Arrays.stream(values()).map(ExportFormat::label).collect(Collectors.joining(", "));
    }
}
