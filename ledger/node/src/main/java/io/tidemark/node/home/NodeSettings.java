package io.tidemark.node.home;

import io.tidemark.ledger.money.CurrencyCode;
import io.tidemark.ledger.retention.Retention;
import io.tidemark.node.telemetry.KeepingRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The settings of one node, from its {@code node.yaml}. Ports are of this machine; 0 lets the
 * system choose one.
 *
 * @param httpPort the pages and API for people, on the loopback address
 * @param profile the hardware profile, where one is named
 * @param gateway where a till finds its gateway's broker
 * @param headOffice where a gateway finds head office
 * @param mqttPort the gateway's broker
 * @param tlsPort head office's listener for gateways
 * @param receiptDays for how long receipts are kept here, where it is not as the profile says
 * @param lockAfterSeconds of nobody touching it the till's page locks the till; 0 for never
 * @param currencies in which the drawer of this till has cash besides the store's own
 * @param closeBy by what time in the store a business day should be closed down; until noon it is
 *     on the date after, later on the day's own
 * @param telemetry how often this node tells how it is, and for how long it keeps what others tell
 */
public record NodeSettings(
        NodeRole role,
        int httpPort,
        Optional<String> profile,
        Optional<Peer> gateway,
        Optional<Peer> headOffice,
        int mqttPort,
        int tlsPort,
        Optional<Integer> receiptDays,
        Telemetry telemetry,
        int lockAfterSeconds,
        List<CurrencyCode> currencies,
        Optional<LocalTime> closeBy) {
    private static final int CURRENCIES_MAX = 50;
    private static final int LOCK_AFTER_SECONDS = 300;
    private static final int LOCK_AFTER_SECONDS_MAX = 86_400;

    /** Another node's listener. */
    public record Peer(String host, int port) {}

    /**
     * @param every seconds between one telemetry and the next, where it is not as the profile says
     * @param days that those of others are kept
     */
    public record Telemetry(Optional<Integer> every, int days) {
        static final int SECONDS_MAX = 3_600;

        /**
         * @param byProfile the seconds that the hardware profile says
         */
        public Duration interval(int byProfile) {
            return Duration.ofSeconds(every.orElse(byProfile));
        }
    }

    private static final int FILE_BYTES_MAX = 64 << 10;

    /**
     * @throws CannotRun naming the field and what to write there
     */
    public static NodeSettings read(Path file) {
        try {
            if (Files.size(file) > FILE_BYTES_MAX)
                throw new CannotRun(
                        ExitCode.BAD_USAGE,
                        file + " is beyond " + FILE_BYTES_MAX + " bytes: not a node's settings");
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /**
     * @param source the file's name, for messages
     */
    static NodeSettings parse(String yaml, String source) {
        YamlFields fields = YamlFields.parse(yaml, source);
        NodeSettings settings =
                new NodeSettings(
                        role(fields),
                        fields.port("httpPort").orElse(0),
                        fields.text("profile"),
                        peer(fields, "gateway", "mqttPort"),
                        peer(fields, "headOffice", "tlsPort"),
                        fields.port("mqttPort").orElse(0),
                        fields.port("tlsPort").orElse(0),
                        fields.days("receiptDays"),
                        telemetry(fields),
                        fields.number("lockAfterSeconds", 0, LOCK_AFTER_SECONDS_MAX)
                                .orElse(LOCK_AFTER_SECONDS),
                        currencies(fields),
                        fields.time("closeBy"));
        fields.refuseOthers();
        return settings;
    }

    public Peer gatewayOrRefuse() {
        return gateway.orElseThrow(() -> missing("gateway: {host: …, mqttPort: …}"));
    }

    public Peer headOfficeOrRefuse() {
        return headOffice.orElseThrow(() -> missing("headOffice: {host: …, tlsPort: …}"));
    }

    /**
     * For how long receipts are kept here.
     *
     * @param byProfile the days that the hardware profile says
     * @throws CannotRun naming the least
     */
    public Retention retention(int byProfile) {
        try {
            return new Retention(receiptDays.orElse(byProfile));
        } catch (IllegalArgumentException e) {
            throw new CannotRun(
                    ExitCode.BAD_USAGE, "node.yaml, field receiptDays: " + e.getMessage(), e);
        }
    }

    private static List<CurrencyCode> currencies(YamlFields fields) {
        List<CurrencyCode> currencies = new ArrayList<>();
        for (String code : fields.texts("currencies", CURRENCIES_MAX))
            try {
                currencies.add(new CurrencyCode(code));
            } catch (IllegalArgumentException e) {
                throw fields.refused(
                        "currencies",
                        "names '" + code + "'",
                        "list ISO 4217 codes, such as [EUR, USD]");
            }
        return List.copyOf(currencies);
    }

    private static Telemetry telemetry(YamlFields fields) {
        return new Telemetry(
                fields.number("telemetrySeconds", 1, Telemetry.SECONDS_MAX),
                fields.number("telemetryDays", 1, KeepingRule.DAYS_MAX).orElse(KeepingRule.DAYS));
    }

    private static NodeRole role(YamlFields fields) {
        String text =
                fields.text("role")
                        .orElseThrow(() ->
                                fields.refused(
                                        "role",
                                        "is missing",
                                        "write till, handheld, gateway or head-office"));
        return NodeRole.of(text)
                .orElseThrow(() ->
                        fields.refused(
                                "role",
                                "is '" + text + "'",
                                "write till, handheld, gateway or head-office"));
    }

    private static Optional<Peer> peer(YamlFields fields, String name, String portField) {
        return fields.group(name)
                .map(group -> {
                    String host =
                            group.text("host")
                                    .orElseThrow(() ->
                                            group.refused(
                                                    "host",
                                                    "is missing",
                                                    "write a host name or address"));
                    int port =
                            group.port(portField)
                                    .filter(number -> number > 0)
                                    .orElseThrow(() ->
                                            group.refused(
                                                    portField,
                                                    "is missing or 0",
                                                    "write the port it listens on"));
                    group.refuseOthers();
                    return new Peer(host, port);
                });
    }

    private CannotRun missing(String what) {
        return new CannotRun(
                ExitCode.BAD_USAGE,
                "node.yaml of this " + role.label() + " names no peer: add `" + what + "`");
    }
}
