package org.mashhub.adapter.housing;

import org.mashhub.adapter.kit.AdapterProcess;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The housing adapter as a process of its own. */
@SpringBootApplication(scanBasePackages = { "org.mashhub.adapter.kit", "org.mashhub.adapter.housing" })
public class HousingAdapterService {

	public static void main(String... arguments) {
		AdapterProcess.run(HousingAdapterService.class, arguments);
	}

}
