package org.mashhub.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.mashhub.event.singlepointofaccess.v1.PublicContactReceived;
import org.mashhub.hub.v1.SealedReferrer;
import org.mashhub.messaging.Contracts;
import org.mashhub.standalone.client.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who called the Single Point of Access under seal: in the sealed topic, and in the bytes
 * of no other topic that the broker has, the hub's own changelogs among them.
 */
@ExtendWith(HubExtension.class)
class SealedReferrerIT {

	/** Borne by nobody else in any test. */
	private static final List<String> IDENTITY = List.of("Thessaly", "Vandermolen", "01632 960742",
			"t.vandermolen@example.org");

	private static final String SAID = "The caller heard a baby";

	private static final String SEALED = Contracts.topicOf(SealedReferrer.class);

	private static final String CONTACTS = Contracts.topicOf(PublicContactReceived.class);

	private final RunningHub hub;

	private final TopicReader topics;

	SealedReferrerIT(RunningHub hub) {
		this.hub = hub;
		this.topics = new TopicReader(hub.hub().ports());
	}

	@Test
	void isInTheSealedTopicAndInNoOther() throws Exception {
		String area = this.hub.openArea("sealed", Instant.parse("2025-11-26T09:00:00Z"));
		String contact = contact(UUID.randomUUID().toString());
		this.hub.send(area, "single-point-of-access", "/single-point-of-access/public-contacts", contact);
		Answer refused = this.hub.client()
			.post("single-point-of-access",
					this.hub.client().addresses().edge().resolve("/single-point-of-access/public-contacts"),
					contact.replace("The caller heard", "Vandermolen heard"), Map.of("Mash-Area", area));

		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body()).doesNotContain(IDENTITY);
		Map<String, Set<String>> found = topicsByText();
		assertThat(IDENTITY).allSatisfy((detail) -> assertThat(found.get(detail)).containsExactly(SEALED));
		assertThat(found.get(SAID)).as("what the contact itself says is found where it is")
			.contains(CONTACTS)
			.doesNotContain(SEALED);
	}

	private static String contact(String id) throws IOException {
		return Files
			.readString(RunningHub.scenarios()
				.resolveSibling("services/single-point-of-access-adapter/src/main/resources/examples/"
						+ "single-point-of-access/public-contact-sealed.json"))
			.replace("SPA-2025-1190", id)
			.replace("Rosalind", "Thessaly")
			.replace("Quayle", "Vandermolen")
			.replace("01632 960255", "01632 960742")
			.replace("r.quayle@", "t.vandermolen@");
	}

	/** Of each text, every topic with a record whose key, value or headers have it. */
	private Map<String, Set<String>> topicsByText() throws Exception {
		Map<String, Set<String>> found = new HashMap<>();
		try (Admin admin = Admin
			.create(Map.of("bootstrap.servers", this.hub.hub().infrastructure().broker().bootstrapServers()))) {
			Set<String> all = admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get();
			for (ConsumerRecord<String, byte @Nullable []> record : this.topics.readBytes(all)) {
				String held = text(record);
				Stream.concat(IDENTITY.stream(), Stream.of(SAID))
					.filter((text) -> held.contains(folded(text)))
					.forEach((text) -> found.computeIfAbsent(text, (first) -> new TreeSet<>()).add(record.topic()));
			}
		}
		return found;
	}

	private static String text(ConsumerRecord<String, byte @Nullable []> record) {
		StringBuilder all = new StringBuilder(String.valueOf(record.key()));
		byte[] value = record.value();
		all.append(' ').append((value != null) ? new String(value, StandardCharsets.UTF_8) : "");
		record.headers()
			.forEach((header) -> all.append(' ')
				.append((header.value() != null) ? new String(header.value(), StandardCharsets.UTF_8) : ""));
		return folded(all.toString());
	}

	private static String folded(String text) {
		return text.toLowerCase(Locale.ROOT);
	}

}
