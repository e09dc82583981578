package io.tidemark.authority;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "store",
        description = "Provisions a store's gateway, tills and handhelds from the store's YAML.",
        footer = {
            "",
            "A store's YAML:",
            "  store: s001",
            "  name: High Street",
            "  zone: Europe/London",
            "  cutOverHour: 4",
            "  currency: GBP",
            "  gateway: {host: gateway.local, mqttPort: 8883, httpPort: 8090}",
            "  tills:",
            "    - {device: till-1, workstation: T1, httpPort: 8081}",
            "  handhelds:",
            "    - {device: handheld-1, workstation: H1, httpPort: 8085}",
            "  headOffice: {host: ledger.shop.example, port: 8443}",
            "httpPort may be left out, and so may handhelds; a gateway and a device may name a hardware profile."
        })
final class ProvisionStore implements Callable<Integer> {
    @Mixin private final AuthorityOptions options = new AuthorityOptions();

    @Option(
            names = "--file",
            required = true,
            paramLabel = "STORE.YAML",
            description =
                    "The store: label, name, zone, cut-over hour, currency, gateway, tills, handhelds, head office.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private Path file;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        StoreSpec store = StoreFile.read(file);
        ProvisionedStore provisioned = options.open().provisionStore(store, options.out());
        PrintWriter out = spec.commandLine().getOut();
        out.println("store " + store.store() + " (" + store.name() + ") is provisioned.");
        for (ProvisionedNode node : provisioned.nodes()) {
            out.println("  " + node.name().device() + "  " + node.home());
            out.println("    passphrase  " + node.passphraseFile());
            out.println("    start       " + node.startCommand());
        }
        out.println("  recovery key, for the safe, under the organisation's passphrase");
        out.println("    " + provisioned.recoveryKey());
        out.println(
                provisioned
                        .headOfficeRoster()
                        .map(roster ->
                                "  head office knows the store from its next start: if it runs, stop it and start it again")
                        .orElse(
                                "  head office's home is not at hand: copy "
                                        + options.directory().resolve("roster")
                                        + " into its identity directory and start it again"));
        out.flush();
        return 0;
    }
}
