package org.mashhub.messaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;

import org.mashhub.hub.v1.AlertAcknowledged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class KeptRecordsTest {

	private static final UUID ID = new UUID(1, 2);

	private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

	@Test
	void readsWhatItHasWritten() {
		AlertAcknowledged record = acknowledged();

		assertThat(KeptRecords.read(KeptRecords.write(record), AlertAcknowledged.class)).isEqualTo(record);
	}

	/** As a database holds it that was filled before the contract had more fields. */
	@Test
	void readsWhatAReleaseBeforeHasWritten() throws IOException {
		Schema before = new Schema.Parser().parse(Files.readString(
				Path.of("src", "main", "resources", "released", "0.1.0", "org.mashhub.hub.v1.AlertAcknowledged.avsc")));
		assertThat(before.getFields()).hasSizeLessThan(AlertAcknowledged.getClassSchema().getFields().size());
		GenericRecord written = new GenericRecordBuilder(before).set("receiptId", ID.toString())
			.set("area", "test")
			.set("alertId", ID.toString())
			.set("notificationId", ID.toString())
			.set("by", "somebody")
			.set("role", "LEAD_PROFESSIONAL")
			.set("at", AT.toEpochMilli())
			.set("revision", 3)
			.build();

		assertThat(KeptRecords.read(bytes(before, written), AlertAcknowledged.class)).isEqualTo(acknowledged());
	}

	@Test
	void saysThatNobodyHasWrittenTheBytes() throws IOException {
		Schema unknown = SchemaBuilder.record("Unknown").fields().requiredString("name").endRecord();
		byte[] bytes = bytes(unknown, new GenericRecordBuilder(unknown).set("name", "somebody").build());

		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> KeptRecords.read(bytes, AlertAcknowledged.class))
			.withMessage("kept bytes cannot be read as AlertAcknowledged");
	}

	private static AlertAcknowledged acknowledged() {
		return AlertAcknowledged.newBuilder()
			.setReceiptId(ID)
			.setArea("test")
			.setAlertId(ID)
			.setNotificationId(ID)
			.setBy("somebody")
			.setRole("LEAD_PROFESSIONAL")
			.setAt(AT)
			.setRevision(3)
			.build();
	}

	private static byte[] bytes(Schema schema, GenericRecord record) throws IOException {
		ByteBuffer encoded = new BinaryMessageEncoder<GenericRecord>(GenericData.get(), schema).encode(record);
		byte[] bytes = new byte[encoded.remaining()];
		encoded.get(bytes);
		return bytes;
	}

}
