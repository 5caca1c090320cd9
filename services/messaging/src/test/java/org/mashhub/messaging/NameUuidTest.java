package org.mashhub.messaging;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NameUuidTest {

	@Test
	void bearsTheVersionAndVariantOfRfc9562() {
		for (int i = 0; i < 1000; i++) {
			UUID id = NameUuid.of("person", "area", i);

			assertThat(id.version()).isEqualTo(5);
			assertThat(id.variant()).isEqualTo(2);
		}
	}

	@Test
	void givesTheSameIdForTheSameNames() {
		assertThat(NameUuid.of("alert", "area", "A01", 7)).isEqualTo(NameUuid.of("alert", "area", "A01", 7L));
	}

	/** Ids are in logs that are kept for ever, so these values may never change. */
	@Test
	void keepsItsValuesForEver() {
		assertThat(NameUuid.of("person")).hasToString("4800015e-cfe5-5e3b-bcc6-eab9c3733822");
		assertThat(NameUuid.of("person", "scn-first-light", "Zoë", 7))
			.hasToString("0f1b5be8-c565-54e5-9267-bb34728510fb");
	}

	@Test
	void tellsKindsApart() {
		assertThat(NameUuid.of("person", "x")).isNotEqualTo(NameUuid.of("alert", "x"));
	}

	@Test
	void doesNotRunPartsTogether() {
		Set<UUID> ids = new HashSet<>(Set.of(NameUuid.of("event"), NameUuid.of("event", ""),
				NameUuid.of("event", "", ""), NameUuid.of("event", "ab"), NameUuid.of("event", "ab", ""),
				NameUuid.of("event", "", "ab"), NameUuid.of("event", "a", "b"), NameUuid.of("event", "b", "a")));
		ids.add(NameUuid.of("event", "1", "23"));
		ids.add(NameUuid.of("event", "12", "3"));
		ids.add(NameUuid.of("event", "123"));
		ids.add(NameUuid.of("event", "police/1", "2"));
		ids.add(NameUuid.of("event", "police", "1/2"));

		assertThat(ids).hasSize(13);
	}

}
