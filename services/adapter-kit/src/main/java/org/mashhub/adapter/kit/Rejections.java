package org.mashhub.adapter.kit;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.mashhub.hub.v1.FieldError;
import org.mashhub.hub.v1.RecordRejected;
import org.mashhub.messaging.Contracts;

/**
 * Keeps what was refused from an authenticated sender, for as long as its topic keeps it,
 * so that it can be looked at, mended and sent again by the organisation that sent it. A
 * refused record never becomes an event by itself.
 */
class Rejections {

	private static final Logger LOG = LoggerFactory.getLogger(Rejections.class);

	private final EventLog log;

	private final ReceiptIds ids = new ReceiptIds();

	private final Clock clock;

	Rejections(EventLog log, Clock clock) {
		this.log = log;
		this.clock = clock;
	}

	/**
	 * Keeps a refused record.
	 * @param sender who sent it
	 * @param path where to
	 * @param contentType what it claimed to be; null when it did not say
	 * @param body its bytes
	 * @param line line of the file that it stood in; null when it was sent alone
	 * @param refusal why it was refused
	 * @return its id, empty when the broker could not keep it; never fails, since the
	 * sender has the record and is told of the refusal in any case
	 */
	CompletableFuture<Optional<UUID>> keep(Sender sender, String path, @Nullable String contentType, byte[] body,
			@Nullable Long line, Refusal refusal) {
		UUID id = this.ids.mint(this.clock.instant());
		RecordRejected rejected = RecordRejected.newBuilder()
			.setRejectionId(id)
			.setAgency(sender.agency())
			.setOrganisationCode(sender.organisation())
			.setPath(path)
			.setContentType(contentType)
			.setBody(ByteBuffer.wrap(body))
			.setSourceLine((line != null && line <= Integer.MAX_VALUE) ? line.intValue() : null)
			.setReason(refusal.reason())
			.setErrors(refusal.errors()
				.stream()
				.map((error) -> new FieldError(error.field(), error.problem(), error.remedy()))
				.toList())
			.setAt(this.clock.instant().truncatedTo(ChronoUnit.MILLIS))
			.build();
		return append(sender, rejected).handle((kept, failure) -> {
			if (failure != null) {
				LOG.atWarn().addKeyValue("agency", sender.agency()).log("A refused record could not be kept");
				return Optional.empty();
			}
			return Optional.of(id);
		});
	}

	/**
	 * Notes that a mended record has taken the place of a refused one.
	 * @param sender who sent both
	 * @param refused the refused one
	 * @param receipt receipt of the mended one
	 * @return done when it is noted
	 */
	CompletableFuture<Void> resolve(Sender sender, RecordRejected refused, UUID receipt) {
		return append(sender,
				RecordRejected.newBuilder(refused)
					.setBody(ByteBuffer.allocate(0))
					.setAt(this.clock.instant().truncatedTo(ChronoUnit.MILLIS))
					.setResolvedBy(receipt.toString())
					.build());
	}

	private CompletableFuture<Void> append(Sender sender, RecordRejected rejected) {
		return this.log.append(Contracts.topicOf(RecordRejected.class), key(sender) + rejected.getRejectionId(),
				rejected);
	}

	/** What the keys of an organisation's records begin with. */
	static String key(Sender sender) {
		return sender.agency() + "/" + sender.organisation() + "/";
	}

}
