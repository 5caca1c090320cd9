package org.mashhub.notification.delivery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import org.mashhub.notification.NotificationSettings;
import org.mashhub.notification.NotificationSettings.Webhook;
import org.mashhub.notification.notice.Channel;
import org.mashhub.notification.recipient.RecipientDirectory;

import org.springframework.stereotype.Component;

/**
 * Posts thin CloudEvents: that there is an item and where to read it, and nothing of what
 * it says. A repeat carries the same id.
 */
@Component
class WebhookCourier implements Courier {

	static final String TYPE = "org.mashhub.notification.item.v1";

	private final RecipientDirectory directory;

	private final NotificationSettings settings;

	private final Clock clock;

	private final HttpClient http;

	WebhookCourier(RecipientDirectory directory, NotificationSettings settings, Clock clock) {
		this.directory = directory;
		this.settings = settings;
		this.clock = clock;
		this.http = HttpClient.newBuilder()
			.connectTimeout(settings.delivery().timeout())
			.followRedirects(HttpClient.Redirect.NEVER)
			.build();
	}

	@Override
	public Channel channel() {
		return Channel.WEBHOOK;
	}

	@Override
	public Result deliver(Due due) {
		Optional<Webhook> webhook = this.directory.webhook(due.organisation());
		if (webhook.isEmpty()) {
			return new Result.Refused("the organisation has no web hook any more");
		}
		byte[] body = new JsonFormat().serialize(event(due));
		HttpRequest request = HttpRequest.newBuilder(webhook.get().url())
			.timeout(this.settings.delivery().timeout())
			.header("Content-Type", JsonFormat.CONTENT_TYPE + "; charset=utf-8")
			.header(Signature.HEADER, Signature.of(webhook.get().secret(), this.clock.instant(), body))
			.POST(HttpRequest.BodyPublishers.ofByteArray(body))
			.build();
		try {
			return judge(this.http.send(request, (_) -> new UnreadBody()).statusCode());
		}
		catch (IOException ex) {
			return new Result.NotNow(ex.getClass().getSimpleName());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return new Result.NotNow("stopping");
		}
	}

	private CloudEvent event(Due due) {
		URI source = this.settings.url();
		return CloudEventBuilder.v1()
			.withId(due.message().stableId())
			.withSource(source)
			.withType(TYPE)
			.withSubject(due.message().noticeId().toString())
			.withTime(due.sealedAt().atOffset(ZoneOffset.UTC))
			.withExtension("dataref", source.toString().replaceAll("/+$", "") + "/notices/" + due.message().noticeId())
			.build();
	}

	static Result judge(int status) {
		if (status / 100 == 2) {
			return new Result.Delivered();
		}
		boolean passing = status / 100 == 5 || status == 408 || status == 429;
		return passing ? new Result.NotNow("HTTP " + status) : new Result.Refused("HTTP " + status);
	}

	/**
	 * The status line is the answer. Whoever waits for the body waits for ever when it
	 * stalls: the request's time-out ends where the body begins.
	 */
	private static final class UnreadBody implements HttpResponse.BodySubscriber<Boolean> {

		@Override
		public CompletionStage<Boolean> getBody() {
			return CompletableFuture.completedFuture(false);
		}

		@Override
		public void onSubscribe(Flow.Subscription subscription) {
			subscription.cancel();
		}

		@Override
		public void onNext(List<ByteBuffer> item) {
			// Was on its way when the subscription ended.
		}

		@Override
		public void onError(Throwable ex) {
			// Of what nobody reads.
		}

		@Override
		public void onComplete() {
			// There was no body.
		}

	}

}
