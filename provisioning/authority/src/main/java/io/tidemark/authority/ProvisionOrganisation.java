package io.tidemark.authority;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "organisation",
        description = "Founds an organisation: its root of trust, and head office's node.")
final class ProvisionOrganisation implements Callable<Integer> {
    @Mixin private final AuthorityOptions options = new AuthorityOptions();

    @Option(
            names = "--domain",
            required = true,
            description = "The organisation's DNS domain, such as shop.example.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private String domain;

    @Option(
            names = "--laboratory",
            description =
                    "For trying things out: its nodes may run on a laboratory clock. Not to be undone.")
    private boolean laboratory;

    @Option(
            names = "--http-port",
            defaultValue = "8080",
            paramLabel = "PORT",
            description =
                    "Head office's pages, on the loopback address; 0 for any. Default: ${DEFAULT-VALUE}.")
    private int httpPort;

    @Option(
            names = "--tls-port",
            defaultValue = "8443",
            paramLabel = "PORT",
            description =
                    "Head office's listener for gateways; 0 for any. Default: ${DEFAULT-VALUE}.")
    private int tlsPort;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ProvisionedOrganisation founded =
                Authority.create(
                        options.directory(),
                        options.passphrase(),
                        new OrganisationSpec(domain, laboratory, httpPort, tlsPort),
                        options.out());
        PrintWriter out = spec.commandLine().getOut();
        out.println(domain + (laboratory ? ", a laboratory organisation," : "") + " is founded.");
        out.println(
                "  root of trust  "
                        + options.directory()
                        + "  (keep it and its passphrase off every node)");
        out.println("  fingerprint    " + founded.authority().fingerprint());
        out.println("  head office    " + founded.headOffice().home());
        out.println("  passphrase     " + founded.headOffice().passphraseFile());
        out.println("  start          " + founded.headOffice().startCommand());
        out.flush();
        return 0;
    }
}
