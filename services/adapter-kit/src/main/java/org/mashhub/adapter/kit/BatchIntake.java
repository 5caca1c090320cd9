package org.mashhub.adapter.kit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;

import org.mashhub.adapter.kit.lines.NoticeLine;
import org.mashhub.adapter.kit.lines.NoticeLines;

/**
 * Takes many records of one kind. Each gets one result line, in their order, as soon as
 * it is known; a bad one never stops the rest. When the broker cannot keep a record, no
 * further one is read, and the summary says where to go on: sending again what was
 * accepted has no second effect. However many come, a few hundred are in memory, and of
 * the last {@value #REMEMBERED} the hashes of what they said.
 */
class BatchIntake {

	private static final Logger LOG = LoggerFactory.getLogger(BatchIntake.class);

	/** How many records may wait for the broker at once. */
	private static final int WINDOW = 500;

	/** How many records back it is known what they said. */
	private static final int REMEMBERED = 20_000;

	private static final String SORT = "Put all rows of a record one after the other, and give each record a number "
			+ "of its own, or the changed one a higher version.";

	private static final String THE_FIRST_IS_TAKEN = " What stood further up was taken: send the whole record again "
			+ "with a higher record.version, or, where the table has none, a later record.recordedAt. With the same one "
			+ "it has no effect.";

	private final NoticeReader reader;

	private final EventPublisher publisher;

	private final Rejections rejections;

	private final JsonMapper json;

	private final AdapterMetrics metrics;

	BatchIntake(NoticeReader reader, EventPublisher publisher, Rejections rejections, JsonMapper json,
			AdapterMetrics metrics) {
		this.reader = reader;
		this.publisher = publisher;
		this.rejections = rejections;
		this.json = json;
		this.metrics = metrics;
	}

	/**
	 * Takes a batch.
	 * @param sender who sends it
	 * @param path where to
	 * @param notice kind of record
	 * @param lines the records
	 * @param out where the results go
	 * @param dryRun whether nothing is to be published
	 * @throws IOException when the batch cannot be read on or the results not be written
	 */
	void run(Sender sender, String path, NoticeType<?> notice, NoticeLines lines, OutputStream out, boolean dryRun)
			throws IOException {
		new Run(sender, path, lines, out, dryRun).all(notice);
	}

	/** One batch. */
	private final class Run {

		private final Sender sender;

		private final String path;

		private final NoticeLines lines;

		private final OutputStream out;

		private final boolean dryRun;

		private final Deque<Pending> pending = new ArrayDeque<>();

		private final SaidBefore said = new SaidBefore(REMEMBERED);

		private long accepted;

		private long refused;

		private @Nullable Long resumeAtLine;

		Run(Sender sender, String path, NoticeLines lines, OutputStream out, boolean dryRun) {
			this.sender = sender;
			this.path = path;
			this.lines = lines;
			this.out = out;
			this.dryRun = dryRun;
		}

		<N> void all(NoticeType<N> notice) throws IOException {
			Optional<NoticeLine> line = this.lines.next();
			while (line.isPresent() && this.resumeAtLine == null) {
				this.pending.add(new Pending(line.get().number(), take(notice, line.get())));
				while (this.pending.size() >= WINDOW || isHeadDone()) {
					settle(this.pending.removeFirst());
				}
				line = this.lines.next();
			}
			if (this.resumeAtLine == null && line.isPresent()) {
				this.resumeAtLine = line.get().number();
			}
			while (!this.pending.isEmpty()) {
				settle(this.pending.removeFirst());
			}
			write(new Summary(this.accepted, this.refused, this.resumeAtLine));
			LOG.atInfo()
				.addKeyValue("agency", this.sender.agency())
				.addKeyValue("kind", notice.collection())
				.addKeyValue("accepted", this.accepted)
				.addKeyValue("refused", this.refused)
				.addKeyValue("dryRun", this.dryRun)
				.log("Took a batch of agency records");
		}

		private boolean isHeadDone() {
			Pending head = this.pending.peekFirst();
			return head != null && head.result().isDone();
		}

		private <N> CompletableFuture<Result> take(NoticeType<N> notice, NoticeLine line) {
			long number = line.number();
			if (!line.problems().isEmpty()) {
				return refused(notice, line, Refusal.unreadable(line.problems()));
			}
			try {
				N record = BatchIntake.this.reader.read(line.json(), notice.form());
				SpecificRecord event = notice.translator().translate(this.sender, record);
				if (this.said.otherwise(event)) {
					return saidOtherwise(line.number());
				}
				if (this.dryRun) {
					NoticeEndpoint.Preview preview = NoticeEndpoint.Preview.of(event);
					return CompletableFuture.completedFuture(
							new Result(number, 200, null, preview.eventId(), preview.wouldPublish(), null, null, null));
				}
				return BatchIntake.this.publisher
					.begin(event, notice.translator().companion(record, event).orElse(null))
					.handle((receipt, failure) -> (failure == null) ? accepted(number, receipt)
							: notKept(number, Refusal.of(unwrapped(failure))));
			}
			catch (NoticeRefusedException | UnreadableNoticeException | ForeignOrganisationException ex) {
				return refused(notice, line, Refusal.of(ex));
			}
			catch (RuntimeException ex) {
				LOG.atError()
					.addKeyValue("kind", notice.collection())
					.addKeyValue("cause", ex.getClass().getSimpleName())
					.log("Could not translate a record of a batch");
				return CompletableFuture.completedFuture(new Result(number, 500, null, null, null, "failed",
						List.of(new FieldProblem("", "the hub failed on this record", "Report it; it was not kept.")),
						null));
			}
		}

		/**
		 * The same version said otherwise would be accepted and have no effect: so it is
		 * when the rows of one record are not beside each other, or two records share a
		 * number. It is not kept: sent again as it is it would have none either.
		 */
		private CompletableFuture<Result> saidOtherwise(long number) {
			Refusal refusal = Refusal.invalid(List.of(this.lines.inWordsOfFile(new FieldProblem("record.id",
					"has stood further up in this file, with the same version and other content",
					this.dryRun ? SORT : SORT + THE_FIRST_IS_TAKEN))));
			BatchIntake.this.metrics.refused(this.sender.agency(), refusal.reason());
			return CompletableFuture.completedFuture(new Result(number, refusal.status().value(), null, null, null,
					refusal.reason(), refusal.errors(), null));
		}

		private static RuntimeException unwrapped(Throwable failure) {
			Throwable cause = (failure instanceof CompletionException && failure.getCause() != null)
					? failure.getCause() : failure;
			return (cause instanceof RuntimeException known) ? known : new IllegalStateException(cause);
		}

		private static Result accepted(long number, Receipt receipt) {
			return new Result(number, 202, receipt.receiptId(), receipt.eventId().toString(), null, null, null, null);
		}

		private CompletableFuture<Result> refused(NoticeType<?> notice, NoticeLine line, Refusal refusal) {
			BatchIntake.this.metrics.refused(this.sender.agency(), refusal.reason());
			List<FieldProblem> errors = refusal.errors().stream().map(this.lines::inWordsOfFile).toList();
			Result result = new Result(line.number(), refusal.status().value(), null, null, null, refusal.reason(),
					errors, null);
			if (this.dryRun || !notice.keepsRefused() || line.json().length == 0) {
				return CompletableFuture.completedFuture(result);
			}
			return BatchIntake.this.rejections
				.keep(this.sender, this.path, MediaType.APPLICATION_JSON_VALUE, line.json(), line.number(), refusal)
				.thenApply((id) -> id.map(result::kept).orElse(result));
		}

		private Result notKept(long number, Refusal refusal) {
			BatchIntake.this.metrics.refused(this.sender.agency(), refusal.reason());
			return new Result(number, refusal.status().value(), null, null, null, refusal.reason(), List.of(), null);
		}

		private void settle(Pending head) throws IOException {
			Result result = head.result().join();
			if (result.status() < 300) {
				this.accepted++;
			}
			else if (result.status() == 503) {
				this.resumeAtLine = (this.resumeAtLine != null) ? this.resumeAtLine : Long.valueOf(head.number());
			}
			else {
				this.refused++;
			}
			write(result);
		}

		private void write(Object result) throws IOException {
			this.out.write(BatchIntake.this.json.writeValueAsBytes(result));
			this.out.write('\n');
		}

	}

	/** A record whose result is not written yet. */
	private record Pending(long number, CompletableFuture<Result> result) {

	}

	/**
	 * What became of one record.
	 *
	 * @param line line of the file on which it begins
	 * @param status what HTTP would have answered to it alone; 200 in a dry run
	 * @param receiptId its receipt, when it was accepted
	 * @param eventId id of the event
	 * @param wouldPublish the topic, in a dry run
	 * @param reason code of the reason, when it was not accepted
	 * @param errors what is wrong field by field
	 * @param rejectionId under which a refused record is kept for mending
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Result(long line, int status, @Nullable UUID receiptId, @Nullable String eventId,
			@Nullable String wouldPublish, @Nullable String reason, @Nullable List<FieldProblem> errors,
			@Nullable UUID rejectionId) {

		Result kept(UUID id) {
			return new Result(this.line, this.status, this.receiptId, this.eventId, this.wouldPublish, this.reason,
					this.errors, id);
		}

	}

	/**
	 * The last line of the answer.
	 *
	 * @param accepted records accepted, or acceptable in a dry run
	 * @param refused records that need mending
	 * @param resumeAtLine line from which to send again, when the broker could not keep
	 * all
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Summary(long accepted, long refused, @Nullable Long resumeAtLine) {

	}

}
