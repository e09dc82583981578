package io.tidemark.node.packing;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDictCompress;
import com.github.luben.zstd.ZstdDictDecompress;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.util.Native;
import io.tidemark.ledger.Packed;
import io.tidemark.ledger.codec.Malformed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Packs with Zstandard (RFC 8878, through zstd-jni, whose native code costs a small till without
 * the large compiler no more than a gateway). Safe for use by several threads.
 */
public final class Packing {
    /** Up to here the dictionary says more than the message's own repetitions. */
    static final int DICTIONARY_BYTES_MAX = 16 << 10;

    /** For what is large: most of the gain for a tenth of the time. */
    private static final int LEVEL_FAST = 1;

    private static final int LEVEL_SMALL = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Packing.class);
    private static final String DICTIONARY = "receipts-1.zdict";
    private static final boolean AVAILABLE = isAvailable();

    private Packing() {}

    /** Made once; the native part stays as long as the process. */
    private static final class Dictionary {
        static final ZstdDictCompress TO_PACK = new ZstdDictCompress(read(), LEVEL_SMALL);
        static final ZstdDictDecompress TO_UNPACK = new ZstdDictDecompress(read());

        private static byte[] read() {
            try (InputStream in = Packing.class.getResourceAsStream(DICTIONARY)) {
                if (in == null) throw new IllegalStateException(DICTIONARY + " is not shipped");
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + DICTIONARY, e);
            }
        }
    }

    /** Packed if that is smaller, else as it is; also as it is where the library cannot be had. */
    public static byte[] packed(byte[] raw) {
        if (!AVAILABLE || raw.length == 0) return raw;
        boolean small = raw.length <= DICTIONARY_BYTES_MAX;
        byte[] content =
                small ? Zstd.compress(raw, Dictionary.TO_PACK) : Zstd.compress(raw, LEVEL_FAST);
        if (content.length + Packed.FRAMING >= raw.length) return raw;
        return new Packed(small ? Packed.ZSTD_DICTIONARY : Packed.ZSTD, raw.length, content)
                .toBytes();
    }

    /**
     * What was packed, or these very bytes if they were not.
     *
     * @param bytesMax of what comes out; never more than that is written
     * @throws Malformed if it says that it is larger, or is not what it says
     */
    public static byte[] unpacked(byte[] sent, int bytesMax) {
        if (!Packed.isPacked(sent)) return sent;
        Packed packed = Packed.parse(sent, bytesMax);
        byte[] raw;
        try {
            raw = content(packed);
        } catch (ZstdException e) {
            throw new Malformed("packed bytes that cannot be unpacked: " + e.getMessage(), e);
        }
        if (raw.length != packed.rawSize())
            throw new Malformed(
                    "packed from " + raw.length + " bytes, which says " + packed.rawSize());
        return raw;
    }

    /**
     * Refuses to go on where packed batches could not be read.
     *
     * @throws IllegalStateException saying what is missing
     */
    public static void require() {
        if (!AVAILABLE)
            throw new IllegalStateException(
                    "zstd's native library cannot be loaded: a gateway needs a directory for"
                            + " temporary files that libraries may be run from (java.io.tmpdir), or"
                            + " -DZstdNativePath=FILE");
    }

    private static byte[] content(Packed packed) {
        return switch (packed.algorithm()) {
            case Packed.ZSTD -> Zstd.decompress(packed.content(), packed.rawSize());
            case Packed.ZSTD_DICTIONARY ->
                    Zstd.decompress(packed.content(), Dictionary.TO_UNPACK, packed.rawSize());
            default ->
                    throw new Malformed(
                            "packed by algorithm "
                                    + packed.algorithm()
                                    + ", which this version does not know");
        };
    }

    private static boolean isAvailable() {
        try {
            Native.load();
            return true;
        } catch (UnsatisfiedLinkError | ExceptionInInitializerError e) {
            LOG.warn("nothing is compressed: zstd's native library cannot be loaded", e);
            return false;
        }
    }
}
