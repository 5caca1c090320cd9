package org.mashhub.correlation.stream;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.dataformat.cbor.CBORMapper;
import tools.jackson.dataformat.cbor.CBORWriteFeature;

import org.mashhub.correlation.observation.Birth;
import org.mashhub.correlation.observation.Fact;
import org.mashhub.correlation.observation.FeedId;
import org.mashhub.correlation.observation.Identifier;
import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.PersonId;
import org.mashhub.correlation.observation.Relation;
import org.mashhub.correlation.observation.SourceRecord;
import org.mashhub.correlation.observation.SourceRecordId;
import org.mashhub.correlation.state.Edge;
import org.mashhub.correlation.state.FeedMemory;
import org.mashhub.correlation.state.Link;

/**
 * The form in which state is kept in a changelog: CBOR, records as arrays. A changed form
 * is a new epoch; changelogs are never migrated.
 */
final class StateCodec {

	private final CBORMapper mapper;

	StateCodec() {
		// What cannot be written would stop the area: half a character is replaced.
		CBORMapper.Builder builder = CBORMapper.builder()
			.enable(CBORWriteFeature.LENIENT_UTF_ENCODING)
			.addMixIn(MentionId.class, IdMixIn.class)
			.addMixIn(PersonId.class, IdMixIn.class);
		for (Class<?> type : new Class<?>[] { Fact.class, Identifier.class, Mention.class, Particulars.class,
				Birth.class, Relation.class, SourceRecord.class, SourceRecordId.class, Edge.class, Link.class,
				Link.Founding.class, FeedId.class, FeedMemory.class, FeedMemory.Declaration.class }) {
			builder.withConfigOverride(type,
					(override) -> override.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY)));
		}
		this.mapper = builder.build();
	}

	byte[] encode(Object value) {
		return this.mapper.writeValueAsBytes(value);
	}

	<T> T decode(byte[] bytes, Class<T> type) {
		return this.mapper.readValue(bytes, type);
	}

	/** Ids are written as what they are. */
	abstract static class IdMixIn {

		@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
		IdMixIn(UUID value) {
		}

		@JsonValue
		abstract UUID value();

	}

}
