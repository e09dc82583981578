package io.tidemark.authority;

import io.tidemark.identity.Role;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.money.CurrencyCode;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A store to be provisioned.
 *
 * @param store the label, part of every node's name
 * @param name as people call it
 * @param cutOverHour 0 to 23: when, in local time, one business day gives way to the next
 */
public record StoreSpec(
        String store,
        String name,
        ZoneId zone,
        int cutOverHour,
        CurrencyCode currency,
        Gateway gateway,
        List<Till> tills,
        List<Handheld> handhelds,
        HeadOffice headOffice) {
    /** The device label of every store's gateway. */
    public static final String GATEWAY_DEVICE = "gateway";

    private static final int HOUR_MAX = 23;

    /**
     * @param host where its tills find it
     * @param mqttPort its broker; 0, for any free one, only in a laboratory
     * @param httpPort its pages, on the loopback address; 0 for any free port
     */
    public record Gateway(String host, int mqttPort, int httpPort, Optional<String> profile) {
        public Gateway {
            Ports.requireOwn("gateway.mqttPort", mqttPort);
            Ports.requireOwn("gateway.httpPort", httpPort);
        }
    }

    /** What stands in the shop and keeps a journal of its own. */
    sealed interface Device {
        String device();

        /** The device as a place, as receipts and movements name it. */
        String workstation();

        int httpPort();

        Optional<String> profile();

        /** The list it stands in, in the store's file. */
        default String list() {
            return switch (this) {
                case Till _ -> "tills";
                case Handheld _ -> "handhelds";
            };
        }

        default Role role() {
            return switch (this) {
                case Till _ -> Role.TILL;
                case Handheld _ -> Role.HANDHELD;
            };
        }
    }

    /**
     * @param workstation the till as a place, as receipts name it
     * @param httpPort its page and API, on the loopback address; 0 for any free port
     */
    public record Till(String device, String workstation, int httpPort, Optional<String> profile)
            implements Device {
        public Till {
            Ports.requireOwn("tills.httpPort", httpPort);
        }
    }

    /**
     * @param workstation what people call it
     * @param httpPort its page and API, on the loopback address; 0 for any free port
     */
    public record Handheld(
            String device, String workstation, int httpPort, Optional<String> profile)
            implements Device {
        public Handheld {
            Ports.requireOwn("handhelds.httpPort", httpPort);
        }
    }

    /**
     * @param host where the gateway finds it
     * @param port its listener for gateways; 0, for not known yet, only in a laboratory
     */
    public record HeadOffice(String host, int port) {
        public HeadOffice {
            Ports.requireOwn("headOffice.port", port);
        }
    }

    public StoreSpec {
        tills = List.copyOf(tills);
        handhelds = List.copyOf(handhelds);
        requireLabel("store", store);
        if (store.equals(NodeName.HEAD_OFFICE_STORE))
            throw new ProvisioningRefused(
                    "store: '"
                            + store
                            + "' is head office itself; write another label, such as s001");
        if (name.isBlank() || name.length() > Limits.TEXT_MAX)
            throw new ProvisioningRefused(
                    "name: write 1 to " + Limits.TEXT_MAX + " characters, such as High Street");
        if (cutOverHour < 0 || cutOverHour > HOUR_MAX)
            throw new ProvisioningRefused(
                    "cutOverHour: " + cutOverHour + " is no hour; write 0 to " + HOUR_MAX);
        requireTill(tills);
        requireDevices(devices(tills, handhelds));
    }

    /** The tills first. */
    List<Device> devices() {
        return devices(tills, handhelds);
    }

    private static List<Device> devices(List<Till> tills, List<Handheld> handhelds) {
        return Stream.<Device>concat(tills.stream(), handhelds.stream()).toList();
    }

    /**
     * A store for trying things out: London time, any free ports, tills {@code till-1}, {@code
     * till-2}, ….
     */
    public static StoreSpec forLaboratory(String store, int tills) {
        return forLaboratory(store, tills, 0);
    }

    /** The same with handhelds {@code handheld-1}, {@code handheld-2}, …. */
    public static StoreSpec forLaboratory(String store, int tills, int handhelds) {
        return new StoreSpec(
                store,
                "Store " + store,
                ZoneId.of("Europe/London"),
                4,
                new CurrencyCode("GBP"),
                new Gateway("127.0.0.1", 0, 0, Optional.empty()),
                IntStream.rangeClosed(1, tills)
                        .mapToObj(i -> new Till("till-" + i, "T" + i, 0, Optional.empty()))
                        .toList(),
                handhelds(handhelds),
                new HeadOffice("127.0.0.1", 0));
    }

    /** So many, each on any free port. */
    public static List<Handheld> handhelds(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new Handheld("handheld-" + i, "H" + i, 0, Optional.empty()))
                .toList();
    }

    private static void requireTill(List<Till> tills) {
        if (tills.isEmpty() || tills.size() >= Limits.DEVICES_MAX)
            throw new ProvisioningRefused(
                    "tills: a store has 1 to "
                            + (Limits.DEVICES_MAX - 1)
                            + " tills, not "
                            + tills.size());
    }

    private static void requireDevices(List<Device> all) {
        if (all.size() >= Limits.DEVICES_MAX)
            throw new ProvisioningRefused(
                    "handhelds: a store has at most "
                            + (Limits.DEVICES_MAX - 1)
                            + " tills and handhelds together, not "
                            + all.size());
        Set<String> devices = new HashSet<>(Set.of(GATEWAY_DEVICE));
        Set<String> workstations = new HashSet<>();
        for (Device one : all) {
            String list = one.list();
            requireLabel(list + ".device", one.device());
            if (!devices.add(one.device()))
                throw new ProvisioningRefused(
                        list
                                + ".device: '"
                                + one.device()
                                + "' is taken; give every device its own label");
            if (one.workstation().isBlank() || one.workstation().length() > Limits.WORKSTATION_MAX)
                throw new ProvisioningRefused(
                        list
                                + ".workstation: write 1 to "
                                + Limits.WORKSTATION_MAX
                                + " characters, such as T1");
            if (!workstations.add(one.workstation()))
                throw new ProvisioningRefused(
                        list
                                + ".workstation: '"
                                + one.workstation()
                                + "' is taken; give every device its own");
        }
    }

    private static void requireLabel(String field, String label) {
        try {
            new NodeName("shop.example", label, label);
        } catch (IllegalArgumentException e) {
            throw new ProvisioningRefused(
                    field
                            + ": '"
                            + label
                            + "' is no label; write lower-case letters, digits and hyphens, at most "
                            + NodeName.LABEL_MAX,
                    e);
        }
    }
}
