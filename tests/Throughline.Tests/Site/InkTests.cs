using Microsoft.Playwright;
using Throughline.Tests.Support;

namespace Throughline.Tests.Site;

/// <summary>The reading drawn over the text: the words behind the field lie where the field's own lie.</summary>
public sealed class InkTests(Browser browser, SharedSites sites) : IClassFixture<Browser>, IClassFixture<SharedSites>
{
    private const string Field = "textarea[data-live]";
    private const string Behind = ".ink .stmt";

    /// <summary>
    /// The same text, box and way of breaking lines as the field. A copy of the field without marks is laid over the mirror's
    /// words to compare the place of each letter, for a browser tells nobody where a field's own letters are.
    /// </summary>
    private const string Compare = """
        () => {
          const [area, back] = [document.querySelector('textarea[data-live]'), document.querySelector('.ink .stmt')];
          const out = [];
          if (back.textContent !== area.value) out.push(`text: "${back.textContent}" behind "${area.value}"`);
          for (const name of ['clientWidth', 'clientHeight', 'scrollWidth', 'scrollHeight', 'scrollTop', 'offsetTop', 'offsetLeft'])
            if (Math.abs(area[name] - back[name]) > 1) out.push(`${name}: ${back[name]} behind ${area[name]}`);
          const [a, b] = [getComputedStyle(area), getComputedStyle(back)];
          for (const name of ['font', 'lineHeight', 'letterSpacing', 'wordSpacing', 'textIndent', 'textAlign', 'tabSize', 'whiteSpace', 'overflowWrap', 'wordBreak',
            'hyphens', 'fontKerning', 'fontFeatureSettings', 'fontVariantNumeric', 'paddingLeft', 'paddingRight', 'paddingTop', 'borderLeftWidth', 'borderTopWidth'])
            if (a[name] !== b[name]) out.push(`${name}: ${b[name]} behind ${a[name]}`);
          const plain = back.cloneNode(false);
          plain.textContent = area.value;
          back.after(plain);
          const wordsOf = box => {
            const [found, walker] = [[], document.createTreeWalker(box, NodeFilter.SHOW_TEXT)];
            let at = 0;
            for (let node; node = walker.nextNode(); at += node.data.length)
              for (let i = 0; i < node.data.length; i++)
                if (/\S/.test(node.data[i])) {
                  const range = document.createRange();
                  range.setStart(node, i);
                  range.setEnd(node, i + 1);
                  const r = range.getBoundingClientRect();
                  found.push([at + i, r.left, r.top + box.scrollTop]);
                }
            return found;
          };
          const [marked, bare] = [wordsOf(back), wordsOf(plain)];
          plain.remove();
          const other = marked.findIndex((w, i) => w.some((n, j) => Math.abs(n - bare[i]?.[j]) > 0.5));
          if (marked.length !== bare.length || other >= 0) out.push(`letter ${marked[other]} instead of ${bare[other]}`);
          return out.join('\n');
        }
        """;

    private const string Sentence = "By June 2026, reduce the chronic absenteeism rate for English learners in grades 6-8 from 31% to 22%, as shown by daily attendance records.";

    [Theory]
    [InlineData(1280, false)]
    [InlineData(390, true)]
    public async Task The_words_behind_lie_where_the_fields_own_lie(int width, bool isDark)
    {
        var page = await OpenAsync("/s/tannery-hill/b/A1-E1/edit", width, isDark);
        var field = page.Locator(Field);
        var marks = page.Locator(Behind + " mark");
        await Assertions.Expect(marks.First).ToBeVisibleAsync();
        await SameAsync(page);
        Assert.Equal(0, await page.Locator("#reading .stmt:visible").CountAsync());

        await field.FillAsync(Sentence);
        await SameAsync(page);
        await Assertions.Expect(marks).ToHaveCountAsync(6);
        await SameAsync(page);
        Assert.Contains("English learners", await marks.AllInnerTextsAsync());

        await field.FillAsync(Sentence + "\n\n  " + string.Concat(Enumerable.Repeat("Averyverylongwordwithoutanyplacetobreakit ", 30)) + "\n");
        await SameAsync(page);
        await field.EvaluateAsync("e => { e.scrollTop = 1e6; }");
        await page.WaitForFunctionAsync($"document.querySelector('{Behind}').scrollTop === document.querySelector('{Field}').scrollTop");
        await field.FillAsync("");
        await SameAsync(page);
        Assert.Equal(0, await marks.CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Marks_keep_to_their_words_while_somebody_types_ahead()
    {
        var page = await OpenAsync("/s/tannery-hill/b/A1-E1/edit", 1280);
        var field = page.Locator(Field);
        var marks = page.Locator(Behind + " mark");
        await field.FillAsync(Sentence);
        await Assertions.Expect(marks).ToHaveCountAsync(6);

        // From here on no answer comes.
        await page.RouteAsync("**/*handler=reading*", route => route.AbortAsync());
        var before = await marks.AllInnerTextsAsync();
        await field.PressAsync("Home");
        await field.PressSequentiallyAsync("Yes: ");
        await SameAsync(page);
        Assert.Equal(before, await marks.AllInnerTextsAsync());
        await field.EvaluateAsync("e => { const at = e.value.indexOf('learners'); e.setSelectionRange(at, at + 3); }");
        await page.Keyboard.PressAsync("Delete");
        await SameAsync(page);
        Assert.Equal(before.Where(m => m != "English learners"), await marks.AllInnerTextsAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_the_marked_sentence_stands_under_the_field_and_a_button_reads_it()
    {
        var page = await OpenAsync("/s/tannery-hill/b/A1-E1/edit", 1280, hasScript: false);
        await Assertions.Expect(page.Locator("#reading .stmt mark").First).ToBeVisibleAsync();
        await page.Locator(Field).FillAsync(Sentence);
        await page.GetByRole(AriaRole.Button, new() { Name = "Check the wording" }).ClickAsync();
        await Assertions.Expect(page.Locator("#reading .stmt")).ToHaveTextAsync(Sentence);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Larger_text_and_a_browser_that_comes_back_change_nothing()
    {
        var page = await OpenAsync("/s/tannery-hill/b/A1-E1/edit", 390);
        await page.EvaluateAsync("document.documentElement.style.fontSize = '200%'");
        await SameAsync(page);
        await page.Locator(Field).FillAsync(Sentence);
        await page.GotoAsync(new Uri(new Uri(page.Url), "/help/keyboard").ToString());
        await page.GoBackAsync();
        await SameAsync(page);
        await page.Context.CloseAsync();
    }

    private static async Task SameAsync(IPage page) => Assert.Equal("", await page.EvaluateAsync<string>(Compare));

    private async Task<IPage> OpenAsync(string address, int width, bool isDark = false, bool hasScript = true)
    {
        var site = await sites.SampleAsync(SqliteAttribute.Name);
        var page = await browser.OpenAsync(width, isDark, hasScript);
        await page.Context.AddCookiesAsync([new Cookie { Name = Throughline.Access.Session.CookieName, Value = await site.CookieAsync("Principal"), Url = site.Address }]);
        await page.GotoAsync(site.Address + address);
        return page;
    }
}
