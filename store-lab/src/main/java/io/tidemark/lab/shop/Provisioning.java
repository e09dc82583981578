package io.tidemark.lab.shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.authority.Authority;
import io.tidemark.authority.OrganisationSpec;
import io.tidemark.authority.ProvisionedNode;
import io.tidemark.authority.ProvisionedOrganisation;
import io.tidemark.authority.ProvisionedStore;
import io.tidemark.authority.StoreSpec;
import io.tidemark.identity.OwnerOnlyFiles;
import io.tidemark.identity.Passphrase;
import io.tidemark.lab.process.Deployables;
import io.tidemark.lab.process.LabNode;
import io.tidemark.lab.process.Machinery;
import io.tidemark.lab.proxy.TcpProxy;
import io.tidemark.lab.retail.Dealing.StoreShare;
import io.tidemark.ledger.money.CurrencyCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Founds a laboratory organisation and its stores, as the authority does it for any shop, and wires
 * them up.
 */
public final class Provisioning {
    /** Where the shops stand; their business day is the calendar day there. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private static final String LOOPBACK = "127.0.0.1";

    private final Path directory;
    private final Deployables deployables;
    private final Machinery machinery;
    private final Supplier<Optional<String>> labClock;
    private final Safe safe;

    /**
     * What an organisation keeps in its safe.
     *
     * @param passphraseFile opens the authority and the stores' recovery keys
     */
    public record Safe(Path authority, Path passphraseFile) {}

    public Provisioning(
            Path directory,
            Deployables deployables,
            Machinery machinery,
            Supplier<Optional<String>> labClock) {
        this.directory = directory;
        this.deployables = deployables;
        this.machinery = machinery;
        this.labClock = labClock;
        this.safe =
                new Safe(directory.resolve("authority"), directory.resolve("authority-passphrase"));
    }

    public Safe safe() {
        return safe;
    }

    /** A home that has been provisioned at the workstation of a till, on that one's network. */
    public LabTill inPlaceOf(LabTill old, String device) {
        String store = old.origin().store();
        LabNode node =
                node(
                        store + "/" + device,
                        Deployables.Kind.TILL,
                        directory.resolve(store).resolve(device),
                        directory.resolve("secrets").resolve(store + "-" + device));
        return new LabTill(new Told.Origin(store, device), old.index(), node, old.way());
    }

    /** Nothing is started yet. */
    public Laboratory provision(List<StoreShare> shares, String currency) {
        return provision(shares, currency, 0);
    }

    /**
     * The same with handhelds.
     *
     * @param handhelds in each store
     */
    public Laboratory provision(List<StoreShare> shares, String currency, int handhelds) {
        TcpProxy headOfficeWay = TcpProxy.listening();
        try {
            OwnerOnlyFiles.write(
                    safe.passphraseFile(), UUID.randomUUID().toString().getBytes(UTF_8));
            char[] passphrase = Passphrase.readFile(safe.passphraseFile());
            ProvisionedOrganisation organisation =
                    Authority.create(
                            safe.authority(),
                            passphrase,
                            OrganisationSpec.forLaboratory(),
                            directory);
            List<LabStore> stores = new ArrayList<>();
            for (StoreShare share : shares) {
                StoreSpec spec =
                        spec(
                                stores.size() + 1,
                                new Devices(share.tills().size(), handhelds),
                                currency,
                                headOfficeWay.port());
                stores.add(
                        store(
                                spec,
                                organisation.authority().provisionStore(spec, directory),
                                share));
            }
            LabNode headOffice =
                    node("head-office", Deployables.Kind.HEAD_OFFICE, organisation.headOffice());
            return new Laboratory(machinery, headOffice, headOfficeWay, stores);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot provision in " + directory, e);
        }
    }

    /** How many of each a store has. */
    private record Devices(int tills, int handhelds) {}

    private static StoreSpec spec(
            int number, Devices devices, String currency, int headOfficePort) {
        return new StoreSpec(
                "store-" + number,
                "Store " + number,
                ZONE,
                0,
                new CurrencyCode(currency),
                new StoreSpec.Gateway(LOOPBACK, 0, 0, Optional.empty()),
                IntStream.rangeClosed(1, devices.tills())
                        .mapToObj(till ->
                                new StoreSpec.Till("till-" + till, "T" + till, 0, Optional.empty()))
                        .toList(),
                StoreSpec.handhelds(devices.handhelds()),
                new StoreSpec.HeadOffice(LOOPBACK, headOfficePort));
    }

    private LabStore store(StoreSpec spec, ProvisionedStore provisioned, StoreShare share)
            throws IOException {
        LabNode gateway =
                node(spec.store() + "/gateway", Deployables.Kind.GATEWAY, provisioned.gateway());
        return new LabStore(
                spec.store(),
                gateway,
                devices(spec, Deployables.Kind.TILL, provisioned.tills()),
                devices(spec, Deployables.Kind.HANDHELD, provisioned.handhelds()),
                share);
    }

    private List<LabTill> devices(
            StoreSpec spec, Deployables.Kind kind, List<ProvisionedNode> provisioned)
            throws IOException {
        List<LabTill> devices = new ArrayList<>();
        for (ProvisionedNode node : provisioned) {
            TcpProxy way = TcpProxy.listening();
            nameGateway(node.home(), way.port());
            String device = node.name().device();
            devices.add(
                    new LabTill(
                            new Told.Origin(spec.store(), device),
                            devices.size(),
                            node(spec.store() + "/" + device, kind, node),
                            way));
        }
        return devices;
    }

    /** Each till reaches the gateway by a way of its own. */
    public static void nameGateway(Path home, int port) throws IOException {
        Files.writeString(
                home.resolve("node.yaml"),
                "gateway:\n  host: " + LOOPBACK + "\n  mqttPort: " + port + "\n",
                StandardOpenOption.APPEND);
    }

    private LabNode node(String name, Deployables.Kind kind, ProvisionedNode provisioned) {
        return node(name, kind, provisioned.home(), provisioned.passphraseFile());
    }

    private LabNode node(String name, Deployables.Kind kind, Path home, Path passphraseFile) {
        return machinery.node(
                new LabNode.Setup(
                        name,
                        deployables,
                        kind,
                        home,
                        passphraseFile,
                        labClock,
                        directory.resolve("logs").resolve(name.replace('/', '-') + ".log")));
    }
}
