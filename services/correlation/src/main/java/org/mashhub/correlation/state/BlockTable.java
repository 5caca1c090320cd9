package org.mashhub.correlation.state;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.MentionId;

/**
 * The mentions of each block, by the hash of its key. There are five blocks to a mention,
 * most of them with that mention alone, so that they are held as they are, without nodes,
 * boxes or lists around them: open addressing with linear probing, and removal that
 * closes the gap (Knuth, The Art of Computer Programming 3, 6.4, algorithm R).
 */
final class BlockTable implements Table<Long, List<MentionId>> {

	private static final int SMALLEST = 16;

	/** 2^64 divided by the golden ratio: neighbouring keys come to lie far apart. */
	private static final long SPREAD = 0x9e3779b97f4a7c15L;

	private long[] keys = new long[SMALLEST];

	/** One mention or an array of several; null where no block is. */
	private @Nullable Object[] blocks = new @Nullable Object[SMALLEST];

	private int size;

	@Override
	public @Nullable List<MentionId> get(Long key) {
		return list(this.blocks[placeOf(key)]);
	}

	@Override
	public void put(Long key, List<MentionId> mentions) {
		int place = placeOf(key);
		if (this.blocks[place] == null) {
			if (this.size >= this.keys.length / 3 * 2) {
				grow();
				place = placeOf(key);
			}
			this.size++;
		}
		this.keys[place] = key;
		this.blocks[place] = (mentions.size() == 1) ? mentions.getFirst() : mentions.toArray(MentionId[]::new);
	}

	@Override
	public void remove(Long key) {
		int gap = placeOf(key);
		if (this.blocks[gap] == null) {
			return;
		}
		this.size--;
		int mask = this.keys.length - 1;
		for (int place = (gap + 1) & mask; this.blocks[place] != null; place = (place + 1) & mask) {
			// Whoever would be sought from the gap or from before it moves into it.
			if (((place - home(this.keys[place])) & mask) >= ((place - gap) & mask)) {
				this.keys[gap] = this.keys[place];
				this.blocks[gap] = this.blocks[place];
				gap = place;
			}
		}
		this.blocks[gap] = null;
	}

	@Override
	public void forEach(BiConsumer<Long, List<MentionId>> visitor) {
		for (int place = 0; place < this.keys.length; place++) {
			List<MentionId> mentions = list(this.blocks[place]);
			if (mentions != null) {
				visitor.accept(this.keys[place], mentions);
			}
		}
	}

	private static @Nullable List<MentionId> list(@Nullable Object block) {
		return switch (block) {
			case null -> null;
			case MentionId only -> List.of(only);
			case MentionId[] several -> Arrays.asList(several);
			default -> throw new IllegalStateException("a block holds mentions alone");
		};
	}

	/** Where a key is, or the free place where it would be. */
	private int placeOf(long key) {
		int mask = this.keys.length - 1;
		int place = home(key);
		while (this.blocks[place] != null && this.keys[place] != key) {
			place = (place + 1) & mask;
		}
		return place;
	}

	private int home(long key) {
		return (int) ((key * SPREAD) >>> (Long.numberOfLeadingZeros(this.keys.length) + 1));
	}

	private void grow() {
		long[] formerKeys = this.keys;
		@Nullable Object[] formerBlocks = this.blocks;
		this.keys = new long[formerKeys.length * 2];
		this.blocks = new @Nullable Object[formerKeys.length * 2];
		for (int i = 0; i < formerKeys.length; i++) {
			if (formerBlocks[i] != null) {
				int place = placeOf(formerKeys[i]);
				this.keys[place] = formerKeys[i];
				this.blocks[place] = formerBlocks[i];
			}
		}
	}

}
