using Markdig;

namespace Participation.Application.Plans;

/// <summary>The one dialect of Markdown that plans are read and shown in: CommonMark with pipe tables, raw HTML shown as text.</summary>
static class PlanMarkdown
{
    public static MarkdownPipeline Pipeline { get; } =
        new MarkdownPipelineBuilder().UsePipeTables().UsePreciseSourceLocation().DisableHtml().Build();
}
