package org.mashhub.standalone;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.mashhub.hub.v1.NotificationRecorded;
import org.mashhub.hub.v1.NotificationState;
import org.mashhub.standalone.client.HubClient;
import org.mashhub.rehearsal.Mailbox;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether everybody who is to be told was told, and nobody twice. */
final class ToldOnce {

	private ToldOnce() {
	}

	/** Checks an area whose alerts have all been told. */
	static void check(TopicReader topics, HubClient client, String area, Home home) {
		Map<UUID, NotificationState> last = new HashMap<>();
		Map<UUID, String> whoOfWhat = new HashMap<>();
		Set<String> recorded = new TreeSet<>();
		topics.values(NotificationRecorded.class)
			.filter((notification) -> notification.getArea().equals(area))
			.forEach((notification) -> {
				String who = notification.getRecipientRole() + " "
						+ notification.getAlertId().or(notification::getNoticeId).orElseThrow();
				last.put(notification.getNotificationId(), notification.getState());
				whoOfWhat.put(notification.getNotificationId(), who);
				if (notification.getState() == NotificationState.SENT) {
					recorded.add(who);
				}
			});
		assertThat(last.values()).isNotEmpty().isSubsetOf(NotificationState.SENT, NotificationState.HELD_BACK);
		Set<String> told = new TreeSet<>();
		Storyteller.notices(client, area)
			.forEach((notice) -> notice.path("subjects")
				.forEach((subject) -> told
					.add(notice.path("recipientRole").asString() + " " + subject.path("id").asString())));
		// What was closed before anybody was told of it, nobody need be told of.
		last.forEach((id, state) -> {
			if (state == NotificationState.HELD_BACK && !recorded.contains(whoOfWhat.get(id))) {
				told.remove(whoOfWhat.get(id));
			}
		});
		assertThat(recorded).as("nobody is missing").isEqualTo(told);
		Set<String> messages = Storyteller.sentMessages(client, area);
		assertThat(new Mailbox(home.mail()).read().stream().map(Mailbox.Mail::id).toList())
			.as("one mail for each message")
			.doesNotHaveDuplicates()
			.containsAll(messages);
		assertThat(messages).isNotEmpty();
	}

}
