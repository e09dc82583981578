package io.tidemark.authority;

import io.tidemark.ledger.Limits;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.money.CurrencyCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A store's YAML file:
 *
 * <pre>
 * store: s001
 * name: High Street
 * zone: Europe/London
 * cutOverHour: 4
 * currency: GBP
 * gateway: {host: gateway.local, mqttPort: 8883, httpPort: 8090}
 * tills:
 *   - {device: till-1, workstation: T1, httpPort: 8081}
 * handhelds:
 *   - {device: handheld-1, workstation: H1, httpPort: 8085}
 * headOffice: {host: ledger.shop.example, port: 8443}
 * </pre>
 *
 * {@code httpPort} may be left out (any free port), {@code handhelds} too (none), and a gateway and
 * a device may name a hardware {@code profile}.
 */
final class StoreFile {
    private static final int FILE_BYTES_MAX = 1 << 20;
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.:-]{0,251}[A-Za-z0-9])?");
    private static final String LABEL_ADVICE =
            "write a label of lower-case letters, digits and hyphens, in quotes if it has digits only,"
                    + " such as ";
    private static final String PROFILE_ADVICE = "write a hardware profile's name, or leave it out";

    private StoreFile() {}

    /**
     * @throws ProvisioningRefused naming every field that is wrong and what to write there
     */
    static StoreSpec read(Path file) throws IOException {
        try {
            if (Files.size(file) > FILE_BYTES_MAX)
                throw new ProvisioningRefused(
                        file
                                + " has more than "
                                + FILE_BYTES_MAX
                                + " bytes: it is no store's file");
            return parse(Files.readString(file), file.toString());
        } catch (NoSuchFileException e) {
            throw new ProvisioningRefused(
                    "there is no " + file + "; give the store's YAML with --file", e);
        }
    }

    static StoreSpec parse(String yaml, String source) {
        List<String> problems = new ArrayList<>();
        Fields fields = new Fields(mapping(yaml, source), "", problems);
        try {
            StoreSpec spec = spec(fields);
            if (problems.isEmpty()) return spec;
        } catch (ProvisioningRefused e) {
            if (problems.isEmpty()) problems.add(String.valueOf(e.getMessage()));
        }
        throw new ProvisioningRefused(source + ":\n  " + String.join("\n  ", problems));
    }

    private static Map<?, ?> mapping(String yaml, String source) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            if (new Yaml(new SafeConstructor(options)).load(yaml) instanceof Map<?, ?> map)
                return map;
        } catch (YAMLException e) {
            throw new ProvisioningRefused(source + " is not YAML: " + e.getMessage(), e);
        }
        throw new ProvisioningRefused(source + " holds no fields; begin with `store: s001`");
    }

    private static StoreSpec spec(Fields fields) {
        StoreSpec spec =
                new StoreSpec(
                        fields.parsed("store", LABEL_ADVICE + "s001", StoreFile::label, "s001"),
                        fields.text(
                                "name",
                                "write the store's name, such as High Street",
                                Limits.TEXT_MAX),
                        fields.parsed(
                                "zone",
                                "write an IANA time zone, such as Europe/London",
                                StoreFile::zone,
                                ZoneId.of("UTC")),
                        fields.number(
                                "cutOverHour", "write an hour from 0 to 23, such as 4", 0, 23),
                        fields.parsed(
                                "currency",
                                "write an ISO 4217 code, such as GBP",
                                CurrencyCode::new,
                                new CurrencyCode("GBP")),
                        gateway(fields.group("gateway", "write its host and mqttPort below it")),
                        devices(
                                fields.groups(
                                        "tills", "list at least one till with device, workstation"),
                                new Example("till-1", "T1"),
                                StoreSpec.Till::new),
                        devices(
                                fields.optionalGroups(
                                        "handhelds",
                                        "list handhelds with device, workstation, or leave it out"),
                                new Example("handheld-1", "H1"),
                                StoreSpec.Handheld::new),
                        headOffice(fields.group("headOffice", "write its host and port below it")));
        fields.refuseOthers();
        return spec;
    }

    private static StoreSpec.Gateway gateway(Fields fields) {
        StoreSpec.Gateway gateway =
                new StoreSpec.Gateway(
                        host(fields),
                        port(fields, "mqttPort"),
                        httpPort(fields),
                        fields.optionalText("profile", PROFILE_ADVICE, Limits.CODE_MAX));
        fields.refuseOthers();
        return gateway;
    }

    private static StoreSpec.HeadOffice headOffice(Fields fields) {
        StoreSpec.HeadOffice headOffice =
                new StoreSpec.HeadOffice(host(fields), port(fields, "port"));
        fields.refuseOthers();
        return headOffice;
    }

    private interface Made<T> {
        T of(String device, String workstation, int httpPort, Optional<String> profile);
    }

    /**
     * @param example such as till-1 and T1
     */
    private static <T> List<T> devices(List<Fields> list, Example example, Made<T> made) {
        List<T> devices = new ArrayList<>();
        for (Fields fields : list) {
            String standIn = "wrong-" + example.device() + "-" + (devices.size() + 1);
            devices.add(
                    made.of(
                            fields.parsed(
                                    "device",
                                    LABEL_ADVICE + example.device(),
                                    StoreFile::label,
                                    standIn),
                            fields.parsed(
                                    "workstation",
                                    "write up to "
                                            + Limits.WORKSTATION_MAX
                                            + " characters, such as "
                                            + example.workstation(),
                                    StoreFile::workstation,
                                    standIn),
                            httpPort(fields),
                            fields.optionalText("profile", PROFILE_ADVICE, Limits.CODE_MAX)));
            fields.refuseOthers();
        }
        return devices;
    }

    private record Example(String device, String workstation) {}

    private static String host(Fields fields) {
        return fields.parsed(
                "host",
                "write a host name or address, such as gateway.local",
                StoreFile::host,
                "localhost");
    }

    private static int port(Fields fields, String field) {
        return fields.number(field, "write a port from 1 to " + Ports.MAX, 0, Ports.MAX);
    }

    private static int httpPort(Fields fields) {
        return fields.number(
                "httpPort", "write a port, or leave it out for any free one", 0, Ports.MAX, 0);
    }

    private static String label(String text) {
        return new NodeName("shop.example", text, text).store();
    }

    private static String workstation(String text) {
        if (text.isBlank() || text.length() > Limits.WORKSTATION_MAX)
            throw new IllegalArgumentException(text);
        return text;
    }

    private static ZoneId zone(String text) {
        if (!ZoneId.getAvailableZoneIds().contains(text)) throw new IllegalArgumentException(text);
        return ZoneId.of(text);
    }

    private static String host(String text) {
        if (!HOST.matcher(text).matches()) throw new IllegalArgumentException(text);
        return text;
    }
}
