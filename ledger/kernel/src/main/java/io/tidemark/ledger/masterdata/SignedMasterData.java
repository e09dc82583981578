package io.tidemark.ledger.masterdata;

import io.tidemark.ledger.Hash;
import io.tidemark.ledger.Limits;
import io.tidemark.ledger.Signature;
import io.tidemark.ledger.Signer;
import io.tidemark.ledger.Verifier;
import io.tidemark.ledger.codec.CborReader;
import io.tidemark.ledger.codec.CborWriter;
import io.tidemark.ledger.codec.Malformed;

/**
 * The master-data file: the content's bytes and head office's signature over ["tidemark-master",
 * SHA-256 of the content]. The content itself carries organisation and version.
 */
public final class SignedMasterData {
    private static final String TAG = "tidemark-master";
    private static final int TAG_MAX = 40;
    private static final int FIELDS = 3;

    private final byte[] content;
    private final byte[] signature;
    private final MasterData data;

    private SignedMasterData(byte[] content, byte[] signature, MasterData data) {
        this.content = content;
        this.signature = signature;
        this.data = data;
    }

    public static SignedMasterData sign(MasterData data, Signer headOffice) {
        byte[] content = data.toBytes();
        if (content.length > Limits.MASTER_DATA_BYTES_MAX)
            throw new IllegalArgumentException(
                    "master data of "
                            + content.length
                            + " bytes, beyond the limit of "
                            + Limits.MASTER_DATA_BYTES_MAX);
        return new SignedMasterData(
                content, headOffice.sign(statement(Hash.digest(content))), data);
    }

    /** The array ["tidemark-master", content, signature]. */
    public byte[] toBytes() {
        return new CborWriter(content.length + 128)
                .array(FIELDS)
                .text(TAG)
                .bytes(content)
                .bytes(signature)
                .toBytes();
    }

    public static SignedMasterData parse(byte[] file) {
        CborReader reader = new CborReader(file);
        SignedMasterData signed =
                reader.fields(
                        FIELDS,
                        () -> {
                            if (!reader.text(TAG_MAX).equals(TAG))
                                throw new Malformed("not a master-data file");
                            byte[] content = reader.bytes(Limits.MASTER_DATA_BYTES_MAX);
                            return new SignedMasterData(
                                    content,
                                    reader.bytesOf(Signature.BYTES),
                                    MasterData.parse(content));
                        });
        reader.end();
        return signed;
    }

    public boolean isBy(Verifier headOffice) {
        return headOffice.verify(statement(hash()), signature);
    }

    public MasterData data() {
        return data;
    }

    public long version() {
        return data.version();
    }

    /** The digest of the content: what {@code MasterDataAdopted} records. */
    public Hash hash() {
        return Hash.digest(content);
    }

    /** What head office signs. */
    static byte[] statement(Hash content) {
        return new CborWriter().array(2).text(TAG).bytes(content.toBytes()).toBytes();
    }

    /** Takes what stands before the content, and gives the content's length. */
    static int contentBegun(CborReader reader) {
        reader.arrayOf(FIELDS);
        if (!reader.text(TAG_MAX).equals(TAG)) throw new Malformed("not a master-data file");
        return reader.bytesBegun(Limits.MASTER_DATA_BYTES_MAX);
    }

    /** What stands before a content of so many bytes. */
    static byte[] beforeContent(int length) {
        return new CborWriter().array(FIELDS).text(TAG).bytesBegun(length).toBytes();
    }
}
