package org.mashhub.messaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

import org.mashhub.hub.v1.Alert;
import org.mashhub.hub.v1.AlertAcknowledged;
import org.mashhub.hub.v1.AlertState;
import org.mashhub.hub.v1.Audience;
import org.mashhub.hub.v1.Colour;
import org.mashhub.hub.v1.Provenance;

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
		Schema before = released("AlertAcknowledged");
		assertThat(before.getFields()).hasSizeLessThan(AlertAcknowledged.getClassSchema().getFields().size());

		assertThat(KeptRecords.read(asWrittenBy(before, acknowledged()), AlertAcknowledged.class))
			.isEqualTo(acknowledged());
	}

	/** Else nobody would be told what becomes of the alerts of before an upgrade. */
	@Test
	void readsAnAlertOfTheReleaseBefore() throws IOException {
		Schema before = released("Alert");
		assertThat(before.getField("renewedAt")).isNull();
		Alert alert = Alert.newBuilder()
			.setProvenance(new Provenance("test", "first", ID, AT))
			.setAlertId(ID)
			.setChildId(ID)
			.setChildFoundingMention(ID)
			.setFamily(ID)
			.setRule("A01")
			.setRuleName("Household-adult risk")
			.setState(AlertState.RAISED)
			.setRevision(1)
			.setColour(Colour.RED)
			.setAudience(Audience.LEAD_AND_MASH)
			.setRaisedAt(AT)
			.setDueAt(AT.plusSeconds(3600))
			.setChildLabel("Child A, 2 years")
			.setFamilyAdvice("Ask first.")
			.setDisclaimer("It does not say more.")
			.setText("All of it.")
			.build();

		assertThat(KeptRecords.read(asWrittenBy(before, alert), Alert.class)).isEqualTo(alert);
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

	private static Schema released(String contract) throws IOException {
		return new Schema.Parser().parse(Files.readString(
				Path.of("src", "main", "resources", "released", "0.1.0", "org.mashhub.hub.v1." + contract + ".avsc")));
	}

	/** What a release with this version of the contract would keep of a record. */
	private static byte[] asWrittenBy(Schema version, SpecificRecord record) throws IOException {
		ByteArrayOutputStream now = new ByteArrayOutputStream();
		BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(now, null);
		new SpecificDatumWriter<SpecificRecord>(record.getSchema(), SpecificData.getForClass(record.getClass()))
			.write(record, encoder);
		return bytes(version, new GenericDatumReader<GenericRecord>(record.getSchema(), version).read(null,
				DecoderFactory.get().binaryDecoder(now.toByteArray(), null)));
	}

	private static byte[] bytes(Schema schema, GenericRecord record) throws IOException {
		ByteBuffer encoded = new BinaryMessageEncoder<GenericRecord>(GenericData.get(), schema).encode(record);
		byte[] bytes = new byte[encoded.remaining()];
		encoded.get(bytes);
		return bytes;
	}

}
