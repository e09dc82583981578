package io.tidemark.edge.sync;

import io.tidemark.ledger.Release;
import io.tidemark.ledger.codec.Malformed;
import io.tidemark.ledger.epoch.Continuation;
import io.tidemark.ledger.masterdata.MasterPart;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What the gateway sends down beside its answers: master data, grants, releases. Takes each where
 * it belongs, and keeps why it was not taken, for the page. Only the loop's thread uses it.
 */
final class HandedDown {
    private final SyncPorts ports;
    private final MasterFetch fetch;
    private Optional<String> grantRefusal = Optional.empty();
    private Optional<String> releaseRefusal = Optional.empty();

    HandedDown(SyncPorts ports) {
        this.ports = ports;
        this.fetch = new MasterFetch(ports.masterData()::version, ports.masterData().spool());
    }

    MasterFetch fetch() {
        return fetch;
    }

    void connected() {
        fetch.connected();
        ports.releases().connected();
    }

    void part(MasterPart part, Instant now) {
        Optional<Path> file = fetch.heard(part, now);
        if (file.isEmpty()) return;
        Optional<Long> version = ports.masterData().take(file.get());
        if (version.isPresent()) fetch.adopted(now);
        else fetch.refused(now);
    }

    /** One that cannot be read, from a newer gateway, is no reason to send it nothing any more. */
    void grant(byte[] payload) {
        try {
            grantRefusal = ports.continuing().grants().take(Continuation.parseGrant(payload));
        } catch (Malformed e) {
            grantRefusal = notRead(e);
        }
    }

    /** Nor is this one: what is not understood releases nothing. */
    void release(byte[] payload) {
        try {
            releaseRefusal = ports.releases().take(Release.parse(payload));
        } catch (Malformed e) {
            releaseRefusal = notRead(e);
        }
    }

    private static Optional<String> notRead(Malformed why) {
        return Optional.of("it cannot be read (" + why.getMessage() + "); update this till");
    }

    /** What stands, with what was not taken. */
    SyncStatus toldIn(SyncStatus status) {
        SyncStatus told = grantRefusal.map(status::grantRefused).orElse(status);
        return releaseRefusal.map(told::releaseRefused).orElse(told);
    }
}
