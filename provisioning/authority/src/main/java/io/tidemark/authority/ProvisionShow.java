package io.tidemark.authority;

import io.tidemark.identity.Roster;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "show",
        description = "Shows the organisation, its stores and their nodes. Needs no passphrase.")
final class ProvisionShow implements Callable<Integer> {
    @Option(
            names = "--dir",
            required = true,
            paramLabel = "AUTH",
            description = "The authority's directory.")
    @SuppressWarnings("NullAway.Init") // required: picocli sets it
    private Path directory;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        AuthorityFiles files = new AuthorityFiles(directory);
        X509Certificate root = files.rootCertificate();
        Roster roster = files.readRoster(root);
        PrintWriter out = spec.commandLine().getOut();
        out.println(roster.organisation() + (roster.laboratory() ? " (laboratory)" : ""));
        out.println("  root of trust  " + NodeIssuer.fingerprint(root).hex());
        out.println("  valid until    " + root.getNotAfter().toInstant());
        out.println("  roster         version " + roster.version());
        roster.headOffice().ifPresent(member -> print(member, out));
        for (Roster.StoreFacts store : roster.stores()) {
            out.println(
                    store.store()
                            + "  "
                            + store.name()
                            + "  "
                            + store.zone()
                            + "  "
                            + store.currency());
            for (Roster.Member member : roster.membersOf(store.store())) print(member, out);
        }
        out.flush();
        return 0;
    }

    private static void print(Roster.Member member, PrintWriter out) {
        out.println(
                "  "
                        + member.name()
                        + "  "
                        + member.role().label()
                        + "  "
                        + member.workstation()
                        + "  epoch "
                        + member.epoch()
                        + (member.isReplaced() ? "  replaced by " + member.replacedBy() : ""));
    }
}
