package org.mashhub.correlation.area;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32C;

import org.mashhub.correlation.picture.ChildView;
import org.mashhub.correlation.picture.ConnectedAdult;
import org.mashhub.correlation.picture.Status;
import org.mashhub.correlation.rules.AlertWriter;
import org.mashhub.correlation.state.AlertMemory;

/** A number that changes when a picture given out would look different. */
final class Fingerprint {

	private Fingerprint() {
	}

	static long of(ChildView view, List<String> notKnown) {
		StringBuilder text = new StringBuilder();
		text.append(view.child()).append(view.family()).append(view.siblings()).append(view.lead());
		text.append(view.gpPractice()).append(view.admittedBecause());
		for (Status status : view.statuses()) {
			text.append(status.name()).append(status.since()).append(status.until()).append(status.record().id());
		}
		for (ConnectedAdult adult : view.adults()) {
			text.append(AlertWriter.connection(adult, view));
		}
		text.append(notKnown);
		for (AlertMemory alert : view.alerts()) {
			text.append(alert.id()).append(alert.phase());
		}
		CRC32C crc = new CRC32C();
		crc.update(text.toString().getBytes(StandardCharsets.UTF_8));
		return (crc.getValue() << 32) | (text.toString().hashCode() & 0xffffffffL);
	}

}
