using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Participation.Browser.Tests.Running;

/// <summary>Somebody who works with the mouse, or with nothing but the keyboard.</summary>
sealed class Hand(IPage page, bool byKeyboard)
{
    /// <summary>More presses of Tab than the longest page has stops.</summary>
    const int StopsAtMost = 600;

    public IPage Page => page;

    public bool ByKeyboard => byKeyboard;

    public async Task Press(ILocator button)
    {
        if (!byKeyboard) await button.ClickAsync();
        else
        {
            await Reach(button);
            await page.Keyboard.PressAsync("Enter");
        }
    }

    /// <summary>Presses what sends a form, and waits for the page that answers: a live page shows what was done even before that.</summary>
    public async Task Send(ILocator button)
    {
        await page.Locator("html").EvaluateAsync("e => { e.dataset.sending = ''; }");
        await Press(button);
        await Expect(page.Locator("html:not([data-sending])")).ToBeVisibleAsync();
        await page.WaitForLoadStateAsync();
    }

    public Task Follow(ILocator link) => Press(link);

    public async Task Choose(ILocator box)
    {
        if (!byKeyboard) await box.CheckAsync();
        else
        {
            await Reach(box);
            await page.Keyboard.PressAsync(" ");
        }
        await Expect(box).ToBeCheckedAsync();
    }

    public async Task Write(ILocator field, string words)
    {
        if (!byKeyboard) await field.FillAsync(words);
        else
        {
            await Reach(field);
            await page.Keyboard.PressAsync("ControlOrMeta+a");
            await page.Keyboard.InsertTextAsync(words);
        }
    }

    /// <summary>One of a list; with the arrows, where there is no mouse.</summary>
    public async Task Pick(ILocator list, string value)
    {
        if (!byKeyboard) await list.SelectOptionAsync(value);
        else
        {
            await Reach(list);
            for (var i = await list.Locator("option").CountAsync(); i > 0 && await list.InputValueAsync() != value; i--) await page.Keyboard.PressAsync("ArrowDown");
        }
        await Expect(list).ToHaveValueAsync(value);
    }

    /// <summary>A file from their own machine, as the browser asks for it.</summary>
    public async Task Give(ILocator field, FilePayload file)
    {
        var chooser = await page.RunAndWaitForFileChooserAsync(() => Press(field));
        await chooser.SetFilesAsync(file);
    }

    /// <summary>The key that an act has, or its button.</summary>
    public async Task Key(string key, ILocator button)
    {
        await Expect(button).ToBeVisibleAsync();
        if (!byKeyboard)
        {
            await button.ClickAsync();
            return;
        }
        await Expect(page.Locator("html[data-keys]")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>Opens a page again and again until something is there and something else no longer.</summary>
    public async Task ReloadUntil(string address, ILocator there, ILocator gone)
    {
        for (var i = 0; i < 240; i++)
        {
            await page.GotoAsync(address);
            if (await there.IsVisibleAsync() && !await gone.IsVisibleAsync()) return;
            await page.WaitForTimeoutAsync(250);
        }
        throw new TimeoutException($"{address} does not come to show what is waited for.");
    }

    /// <summary>Goes on from where the focus is, as Tab does.</summary>
    public async Task Reach(ILocator target)
    {
        await Expect(target).ToBeVisibleAsync();
        for (var i = 0; i < StopsAtMost; i++)
        {
            if (await target.EvaluateAsync<bool>("e => e === document.activeElement")) return;
            await page.Keyboard.PressAsync("Tab");
        }
        throw new TimeoutException($"Tab does not lead to {target}.");
    }
}
