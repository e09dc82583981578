package io.tidemark.fog.proof;

import io.tidemark.identity.NodeIdentity;
import io.tidemark.node.command.HomeOptions;
import io.tidemark.node.home.Deployable;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.NodeHome;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the public keys of a store's nodes. */
@Command(
        name = "keys",
        description = {
            "Prints the public keys by which the store's nodes sign, one to a line: give them to whoever"
                    + " is to check proofs, once and by a way that they trust.",
            "Changes nothing, and may be run while the gateway runs."
        },
        mixinStandardHelpOptions = true)
public final class KeysCommand implements Callable<Integer> {
    private final Deployable gateway;

    @Mixin private final HomeOptions options = new HomeOptions();

    @Option(names = "--json", description = "Says the same as JSON.")
    private boolean json;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandLine.Model.CommandSpec spec;

    public KeysCommand(Deployable gateway) {
        this.gateway = gateway;
    }

    @Override
    public Integer call() {
        try (NodeHome home = options.look(gateway.role())) {
            NodeIdentity identity = NodeIdentity.open(home.identity(), options.passphrase());
            PrintWriter told = spec.commandLine().getOut();
            PublicKeys keys = PublicKeys.of(identity.roster());
            told.print(json ? keys.json() : keys.text());
            told.flush();
            return ExitCode.OK.code();
        }
    }
}
