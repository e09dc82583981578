package io.tidemark.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.authority.ProvisionedStore;
import io.tidemark.identity.NodeIdentity;
import io.tidemark.ledger.ArchiveReceipt;
import io.tidemark.ledger.Hash;
import io.tidemark.ledger.JournalId;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sealed segments over real TLS: kept as they came, and signed for. */
class ArchiveTest {
    private static final byte[] SEALED = {7, 1, 9, 9, 2, 0, 4};
    private static final String SEGMENT = "/v1/archive/till-1/1/segment-000001.tmj";

    @TempDir private Path directory;

    private Organisation organisation;
    private RunningHeadOffice headOffice;
    private NodeIdentity gateway;
    private Caller caller;

    @BeforeEach
    void a_store_and_its_head_office() throws Exception {
        organisation = Organisation.found(directory);
        ProvisionedStore store = organisation.store("s001", 1);
        gateway = store.gateway().openIdentity();
        caller = Caller.as(gateway, organisation.headOffice().name());
        headOffice = organisation.run();
    }

    @AfterEach
    void stop() {
        caller.close();
        headOffice.close();
    }

    @Test
    void a_sealed_segment_is_kept_to_the_byte_and_signed_for() throws Exception {
        HttpResponse<byte[]> response = put(SEGMENT, SEALED, Hash.digest(SEALED));

        ArchiveReceipt receipt = ArchiveReceipt.parse(response.body());
        assertThat(
                        receipt.isBy(
                                organisation.headOffice().name(),
                                gateway.roster().verifier(organisation.headOffice().name())))
                .isTrue();
        assertThat(receipt.content()).isEqualTo(Hash.digest(SEALED));
        assertThat(receipt.origin())
                .isEqualTo(
                        new JournalId(
                                gateway.roster().membersOf("s001").stream()
                                        .filter(member -> member.name().device().equals("till-1"))
                                        .findFirst()
                                        .orElseThrow()
                                        .name(),
                                1));
        assertThat(kept()).hasBinaryContent(SEALED);
    }

    @Test
    void the_same_segment_again_gets_the_same_receipt() throws Exception {
        HttpResponse<byte[]> first = put(SEGMENT, SEALED, Hash.digest(SEALED));

        HttpResponse<byte[]> again = put(SEGMENT, SEALED, Hash.digest(SEALED));

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(ArchiveReceipt.parse(again.body()))
                .isEqualTo(ArchiveReceipt.parse(first.body()));
    }

    @Test
    void another_content_under_a_kept_name_is_a_conflict_and_changes_nothing() throws Exception {
        byte[] other = {1, 2, 3};
        put(SEGMENT, SEALED, Hash.digest(SEALED));

        HttpResponse<byte[]> response = put(SEGMENT, other, Hash.digest(other));

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(kept()).hasBinaryContent(SEALED);
    }

    @Test
    void what_arrives_otherwise_than_announced_is_not_kept() throws Exception {
        HttpResponse<byte[]> response = put(SEGMENT, SEALED, Hash.digest(new byte[1]));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(kept()).doesNotExist();
        try (var files = Files.list(kept().getParent())) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void names_that_are_no_segments_or_of_no_device_are_refused() throws Exception {
        Hash hash = Hash.digest(SEALED);

        assertThat(put("/v1/archive/till-1/1/..%2Fforced", SEALED, hash).statusCode())
                .isEqualTo(400);
        assertThat(put("/v1/archive/till-9/1/segment-000001.tmj", SEALED, hash).statusCode())
                .isEqualTo(404);
        assertThat(put("/v1/archive/till-1/0/segment-000001.tmj", SEALED, hash).statusCode())
                .isEqualTo(400);
    }

    private Path kept() {
        return organisation.home().resolve("archive/s001/till-1.1/segment-000001.tmj");
    }

    private HttpResponse<byte[]> put(String path, byte[] content, Hash announced) throws Exception {
        return caller.send(
                HttpRequest.newBuilder(headOffice.peers(path))
                        .header("Content-Type", "application/octet-stream")
                        .header(
                                "Digest",
                                "sha-256="
                                        + Base64.getEncoder().encodeToString(announced.toBytes()))
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(content))
                        .build());
    }
}
