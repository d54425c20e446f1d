package io.fairlead.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.gate.CodeGraph.Code;
import io.fairlead.gate.CodeGraph.Reach;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a method leads to is found by every way that Java has of getting there. */
class CodeGraphTest {

    private static final CodeGraph CODE = new CodeGraph(CodeGraphTest.class);

    /** Planted: each of these names its text in another way. */
    @SuppressWarnings("unused")
    static final class Planted extends Above {

        void byCall() {
            var _ = below();
        }

        void byLambda() {
            Supplier<String> text = () -> "found";
        }

        void byReference() {
            Supplier<String> text = Planted::below;
        }

        void byClassAbove() {
            var _ = inherited();
        }

        void byInterface(Port port) {
            var _ = port.ask();
        }

        void byConstructor() {
            var _ = new Made();
        }

        void byNothing() {
            var _ = new Above();
        }

        private static String below() {
            return "found";
        }
    }

    static class Above {
        String inherited() {
            return "found";
        }
    }

    interface Port {
        String ask();
    }

    static final class Adapter implements Port {
        @Override
        public String ask() {
            return "found";
        }
    }

    static final class Made {
        final String text = "found";
    }

    @ParameterizedTest
    @ValueSource(strings = {"byCall", "byLambda", "byReference", "byClassAbove", "byInterface", "byConstructor"})
    void a_text_is_reached(String way) {
        assertThat(reach(way).texts()).containsExactly("found");
    }

    @Test
    void what_is_not_called_is_not_reached() {
        assertThat(reach("byNothing").texts()).isEmpty();
        assertThat(reach("byNothing").made()).contains(Above.class.getName());
        assertThat(reach("byNothing").calls()).contains(new Code(Above.class.getName(), Code.CONSTRUCTOR, "()V"));
    }

    private static Reach reach(String method) {
        var planted = CODE.taking(Planted.class.getName(), _ -> true);
        return CODE.from(
                planted.stream().filter(code -> code.name().equals(method)).toList(), _ -> false);
    }
}
