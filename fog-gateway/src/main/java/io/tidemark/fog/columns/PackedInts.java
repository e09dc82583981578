package io.tidemark.fog.columns;

import java.util.Arrays;

/**
 * Numbers of 32 bits that change no more, each in as many bytes as they are apart: none where all
 * are the same, else one, two or four, counted from the least of them (frame of reference).
 */
@SuppressWarnings("ArrayRecordComponent") // none is compared, nor shown to anybody
sealed interface PackedInts {
    /** Of an object and its array, which are there however few the numbers are. */
    int OBJECT_BYTES = 32;

    /**
     * @param count how many of them, from the first
     */
    static PackedInts of(int[] values, int count) {
        int least = values[0];
        int most = least;
        for (int i = 1; i < count; i++) {
            least = Math.min(least, values[i]);
            most = Math.max(most, values[i]);
        }
        long apart = (long) most - least;
        if (apart == 0) return new Same(least, count);
        if (apart <= 0xFF) return inBytes(least, values, count);
        if (apart <= 0xFFFF) return inShorts(least, values, count);
        return new InInts(Arrays.copyOf(values, count));
    }

    private static PackedInts inBytes(int least, int[] values, int count) {
        byte[] above = new byte[count];
        for (int i = 0; i < count; i++) above[i] = (byte) (values[i] - least);
        return new InBytes(least, above);
    }

    private static PackedInts inShorts(int least, int[] values, int count) {
        short[] above = new short[count];
        for (int i = 0; i < count; i++) above[i] = (short) (values[i] - least);
        return new InShorts(least, above);
    }

    /** Writes them to the beginning of this. */
    void unpack(int[] to);

    /** What they take in memory. */
    int bytes();

    record Same(int value, int count) implements PackedInts {
        @Override
        public void unpack(int[] to) {
            Arrays.fill(to, 0, count, value);
        }

        @Override
        public int bytes() {
            return OBJECT_BYTES;
        }
    }

    record InBytes(int least, byte[] above) implements PackedInts {
        @Override
        public void unpack(int[] to) {
            for (int i = 0; i < above.length; i++) to[i] = least + (above[i] & 0xFF);
        }

        @Override
        public int bytes() {
            return OBJECT_BYTES + above.length;
        }
    }

    record InShorts(int least, short[] above) implements PackedInts {
        @Override
        public void unpack(int[] to) {
            for (int i = 0; i < above.length; i++) to[i] = least + (above[i] & 0xFFFF);
        }

        @Override
        public int bytes() {
            return OBJECT_BYTES + Short.BYTES * above.length;
        }
    }

    record InInts(int[] values) implements PackedInts {
        @Override
        public void unpack(int[] to) {
            System.arraycopy(values, 0, to, 0, values.length);
        }

        @Override
        public int bytes() {
            return OBJECT_BYTES + Integer.BYTES * values.length;
        }
    }
}
