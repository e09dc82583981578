package io.tidemark.authority;

import java.io.PrintWriter;

/** What to do with a new home and a later roster, for the person who asked for them. */
final class ReplacedPrint {
    private ReplacedPrint() {}

    static void print(Replaced replaced, PrintWriter out) {
        ProvisionedNode node = replaced.node();
        out.println("  home        " + node.home());
        out.println("  passphrase  " + node.passphraseFile());
        out.println("  start       " + node.startCommand());
        out.println("  These homes at hand know of it from their next start:");
        replaced.told().forEach(identity -> out.println("    " + identity.getParent()));
        out.println("  Into every other home, copy as identity/roster-update and start it again:");
        out.println("    " + replaced.storeRoster() + "  (the store's nodes)");
        out.println("    " + replaced.officeRoster() + "  (head office)");
    }
}
