package io.tidemark.edge;

import io.tidemark.edge.catalogue.MasterDataFiles;
import io.tidemark.edge.record.DeviceKind;
import io.tidemark.edge.record.Workplace;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.identity.Role;
import io.tidemark.identity.Roster;
import io.tidemark.ledger.JournalId;
import io.tidemark.ledger.NodeName;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.journal.JournalKey;
import io.tidemark.ledger.retention.Retention;
import io.tidemark.node.home.CannotRun;
import io.tidemark.node.home.ExitCode;
import io.tidemark.node.home.NodeHome;
import io.tidemark.node.home.NodeSettings;
import io.tidemark.profiles.HardwareProfile;
import io.tidemark.profiles.UnknownProfile;
import java.nio.file.Path;

/**
 * Where a till stands: its directory, who it is, and whom it believes.
 *
 * @param gateway the store's one gateway
 * @param batchBytes entries sent up in one batch, in bytes
 * @param retention for how long receipts stay here at least
 */
public record TillSite(
        NodeHome home,
        Workplace workplace,
        Keys keys,
        NodeName gateway,
        int batchBytes,
        Retention retention) {
    private static final String MARK_FILE = "marked";
    private static final String MASTER_SPOOL = "incoming.part";

    /**
     * @param journalKey 32 bytes that the journal and the tables on disk are encrypted under
     * @param own checks this till's signatures
     * @param gateway checks marks
     * @param headOffice checks master data
     * @param grants true for whoever may grant this till's next epoch
     */
    public record Keys(
            byte[] journalKey,
            Verifier own,
            Verifier gateway,
            Verifier headOffice,
            Verifier grants) {}

    /**
     * @throws CannotRun if the identity is no device's, or its roster lacks what a till must know
     */
    static TillSite of(NodeIdentity identity, NodeHome home) {
        if (!identity.role().isDevice())
            throw new CannotRun(
                    ExitCode.BAD_USAGE,
                    identity.name()
                            + " is no till and no handheld: run its directory with its own program");
        Roster roster = identity.roster();
        NodeName name = identity.name();
        NodeName gateway =
                roster.gatewayOf(name.store()).orElseThrow(() -> unknown("a gateway")).name();
        NodeName headOffice =
                roster.headOffice().orElseThrow(() -> unknown("a head office")).name();
        Keys keys =
                new Keys(
                        identity.journalKey(),
                        roster.verifier(name),
                        roster.verifier(gateway),
                        roster.verifier(headOffice),
                        roster.grants(name.store()));
        HardwareProfile profile = profile(home.settings());
        return new TillSite(
                home,
                workplace(identity),
                keys,
                gateway,
                profile.batchBytes(),
                home.settings().retention(profile.receiptDays()));
    }

    private static Workplace workplace(NodeIdentity identity) {
        Roster.StoreFacts store =
                identity.roster()
                        .store(identity.name().store())
                        .orElseThrow(() -> unknown("this store"));
        return new Workplace(
                identity.journal(),
                identity.workstation(),
                store.name(),
                store.zone(),
                store.cutOverHour(),
                store.currency(),
                kind(identity.role()));
    }

    private static DeviceKind kind(Role role) {
        return switch (role) {
            case TILL -> DeviceKind.TILL;
            case HANDHELD -> DeviceKind.HANDHELD;
            case GATEWAY, HEAD_OFFICE ->
                    throw new IllegalArgumentException("a " + role.label() + " is no device");
        };
    }

    private static HardwareProfile profile(NodeSettings settings) {
        try {
            return HardwareProfile.of(settings.profile(), settings.role().label());
        } catch (UnknownProfile e) {
            throw new CannotRun(ExitCode.BAD_USAGE, String.valueOf(e.getMessage()), e);
        }
    }

    private static CannotRun unknown(String what) {
        return new CannotRun(
                ExitCode.BAD_USAGE,
                "the roster does not name "
                        + what
                        + ": provision this till again with `tidemark provision store`");
    }

    JournalKey journalKey() {
        return JournalKey.of(keys.journalKey());
    }

    Path journalDirectory(JournalId journal) {
        return home.journals().resolve(journal.label());
    }

    Path markFile() {
        return home.journals().resolve(MARK_FILE);
    }

    /** Only what head office has signed for this organisation, and for no other store. */
    MasterDataFiles masterDataFiles() {
        NodeName self = workplace.journal().node();
        return new MasterDataFiles(
                home.masterData(),
                workplace.currency(),
                file ->
                        file.isBy(keys.headOffice())
                                && file.around().organisation().equals(self.organisation())
                                && file.around().isFor(self.store()));
    }

    Path masterSpool() {
        return home.masterData().resolve(MASTER_SPOOL);
    }
}
