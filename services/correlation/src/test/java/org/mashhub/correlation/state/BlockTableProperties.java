package org.mashhub.correlation.state;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.mashhub.correlation.observation.MentionId;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds what a map would hold, however its keys collide. */
class BlockTableProperties {

	/** Keys that are all sought from one and the same place. */
	private static final List<Long> COLLIDING = colliding();

	@Property(tries = 500)
	void holdsWhatAMapWould(@ForAll("changes") List<Change> changes) {
		BlockTable table = new BlockTable();
		Map<Long, List<MentionId>> map = new HashMap<>();
		for (Change change : changes) {
			if (change.mentions() == 0) {
				table.remove(change.key());
				map.remove(change.key());
			}
			else {
				table.put(change.key(), mentions(change.mentions()));
				map.put(change.key(), mentions(change.mentions()));
			}
			assertThat(table.get(change.key())).isEqualTo(map.get(change.key()));
		}
		Map<Long, List<MentionId>> visited = new HashMap<>();
		table.forEach((key, block) -> assertThat(visited.put(key, block)).isNull());
		assertThat(visited).isEqualTo(map);
		map.forEach((key, block) -> assertThat(table.get(key)).isEqualTo(block));
	}

	@Provide
	Arbitrary<List<Change>> changes() {
		Arbitrary<Long> keys = Arbitraries.oneOf(Arbitraries.of(COLLIDING), Arbitraries.longs());
		return Combinators.combine(keys, Arbitraries.integers().between(0, 3)).as(Change::new).list().ofMaxSize(200);
	}

	private static List<MentionId> mentions(int count) {
		return List.of(1, 2, 3).subList(0, count).stream().map((each) -> new MentionId(new UUID(0, each))).toList();
	}

	private static List<Long> colliding() {
		long spread = 0x9e3779b97f4a7c15L;
		long inverse = spread;
		for (int i = 0; i < 6; i++) {
			inverse *= 2 - spread * inverse;
		}
		long one = inverse;
		return List.of(0L, one, 2 * one, 3 * one, -one, -2 * one);
	}

	/**
	 * A change of one block.
	 *
	 * @param key key of the block
	 * @param mentions how many stand in it, none to remove it
	 */
	record Change(long key, int mentions) {
	}

}
