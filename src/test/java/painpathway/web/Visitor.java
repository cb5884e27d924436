package painpathway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Somebody at a browser without JavaScript, who reads pages and follows where a form leads. */
public record Visitor(MockMvc mvc) {

    /** A page with single spaces. It is never cached, because it may be about a patient. */
    public String page(String address) throws Exception {
        return read(mvc.perform(get(URI.create(address))).andExpect(header().string("Cache-Control", "no-store")));
    }

    /** The same for a page that is about no patient, and may be kept. */
    public String publicPage(String address) throws Exception {
        return read(mvc.perform(get(URI.create(address))));
    }

    private static String read(ResultActions reply) throws Exception {
        String html = reply.andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
        assertThat(html).as("every message is in the bundle").doesNotContain("??");
        return html.replaceAll("\\s+", " ");
    }

    /** Where a request leads. */
    public String location(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request)
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    /** A new draft with the answers of a sample patient, by its address. */
    public String intake(String sample, String reference) throws Exception {
        return path(location(post("/intakes").param("sample", sample).param("reference", reference)));
    }

    /** An address without its query. */
    public static String path(String address) {
        return URI.create(address).getPath();
    }

    /** The draft or record that an address is about. */
    public static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
