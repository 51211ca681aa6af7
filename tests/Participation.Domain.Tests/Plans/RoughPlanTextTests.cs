using Participation.Domain.Plans;

namespace Participation.Domain.Tests.Plans;

public sealed class RoughPlanTextTests
{
    static string Tree(string text) => Trees.Draw(RoughPlanText.Read(text)).TrimEnd('\n');

    static void Reads(string text, string tree) => Assert.Equal(tree.ReplaceLineEndings("\n"), Tree(text));

    [Fact]
    public void A_number_alone_takes_the_next_line_as_its_title() =>
        Reads("第1部\n\n町の進め方\n\n町を進めます。\n", "# 第1部 | 町の進め方\n  Paragraph: 町を進めます。");

    [Fact]
    public void Plain_numbers_stand_at_two_depths_when_pairs_stand_between() => Reads("""
        1 広場の町

        1-1 集う

        1 芝

        芝を植えます。

        2 木陰

        木を植えます。

        1-2 話す

        1 椅子

        椅子を置きます。

        2 回廊の町

        2-1 歩く

        1 道

        道を敷きます。
        """, """
        # 1 | 広場の町
          # 1-1 | 集う
            # 1 | 芝
              Paragraph: 芝を植えます。
            # 2 | 木陰
              Paragraph: 木を植えます。
          # 1-2 | 話す
            # 1 | 椅子
              Paragraph: 椅子を置きます。
        # 2 | 回廊の町
          # 2-1 | 歩く
            # 1 | 道
              Paragraph: 道を敷きます。
        """);

    [Fact]
    public void A_pair_follows_a_heading_with_text_and_stands_under_an_empty_one() => Reads("""
        1 広場の町

        現状と課題

        狭くなっています。

        主な施策

        1-1 集う

        集まります。

        2 回廊の町

        現状と課題

        暗くなっています。

        2-1 歩く

        歩きます。
        """, """
        # 1 | 広場の町
          # 現状と課題
            Paragraph: 狭くなっています。
          # 主な施策
            # 1-1 | 集う
              Paragraph: 集まります。
        # 2 | 回廊の町
          # 現状と課題
            Paragraph: 暗くなっています。
          # 2-1 | 歩く
            Paragraph: 歩きます。
        """);

    [Fact]
    public void An_outline_lists_later_headings_and_opens_none() => Reads("""
        1 広場の町

        施策の体系

        広い広場で
        集う町

        1-1 集う

        1-2 話す*

        1-1 集う

        集まります。

        1-2 話す

        話します。
        """, """
        # 1 | 広場の町
          # 施策の体系
            Caption: 広い広場で集う町
            Item: 1-1 集う
            Item: 1-2 話す*
          # 1-1 | 集う
            Paragraph: 集まります。
          # 1-2 | 話す
            Paragraph: 話します。
        """);

    [Fact]
    public void A_table_of_contents_is_a_list_of_points() => Reads(
        "目 次\n\n第1章 広場\n\n1 芝\t1\n2 木\t2\n\n第2章 回廊 ……… 5\n\n第1章 広場\n\n1 芝\n\n植えます。\n",
        "# 目 次\n  Item: 第1章 広場\n  Item: 1 芝 1\n  Item: 2 木 2\n  Item: 第2章 回廊 ……… 5\n# 第1章 | 広場\n  # 1 | 芝\n    Paragraph: 植えます。");

    [Fact]
    public void Numbers_that_skip_to_pairs_stay_beside_their_neighbours() => Reads(
        "第1章 町\n\n2 芝\n\n植えます。\n\n3-1 木\n\n切ります。\n\n(1) 枝\n\n払います。\n\n3-2 花\n\n咲きます。\n\n4 実\n\nなります。\n",
        """
        # 第1章 | 町
          # 2 | 芝
            Paragraph: 植えます。
          # 3-1 | 木
            Paragraph: 切ります。
            # (1) | 枝
              Paragraph: 払います。
          # 3-2 | 花
            Paragraph: 咲きます。
          # 4 | 実
            Paragraph: なります。
        """);

    [Fact]
    public void A_heading_said_once_in_every_section_stands_under_those_sections() => Reads("""
        基本方針1 集う町

        (1) 広場

        開きます。

        (2) 椅子

        置きます。

        指標

        名	数
        芝	3

        基本方針2 歩く町

        (1) 道

        敷きます。

        指標

        名	数
        道	4
        """, """
        # 基本方針1 | 集う町
          # (1) | 広場
            Paragraph: 開きます。
          # (2) | 椅子
            Paragraph: 置きます。
          # 指標
            Table: 名¦数/芝¦3
        # 基本方針2 | 歩く町
          # (1) | 道
            Paragraph: 敷きます。
          # 指標
            Table: 名¦数/道¦4
        """);

    [Fact]
    public void Points_sentences_notes_and_captions_are_told_apart() => Reads(
        "1 広場\n\n- ①芝を植えます。\n- ・春に\n② 木を植えます。\n\n3 水を引く者は、届け出なければならない。\n\n広場の写真\n\n\n\n資料：町の調べ\n※1 芝とは草です。\n",
        """
        # 1 | 広場
          Item: ①芝を植えます。
          Item: ・春に
          Item: ② 木を植えます。
          Item: 3 水を引く者は、届け出なければならない。
          Caption: 広場の写真
          Caption: 資料：町の調べ
          Caption: ※1 芝とは草です。
        """);

    [Fact]
    public void Wrapped_lines_are_joined_and_paragraphs_are_not() => Reads(
        "1 広場\n\nこの町の広場は、長いあいだ市民の手で守られて、いまも多くの人が集\nまる場所となっています。\n　新しい段落は字下げで始まります。\n\n次の段落です。\n\n市民の声を聞き、これからも広場を守り続けるため、町はそのための体制と責\n\n務を定めます。\n",
        """
        # 1 | 広場
          Paragraph: この町の広場は、長いあいだ市民の手で守られて、いまも多くの人が集まる場所となっています。
          Paragraph: 新しい段落は字下げで始まります。
          Paragraph: 次の段落です。
          Paragraph: 市民の声を聞き、これからも広場を守り続けるため、町はそのための体制と責務を定めます。
        """);

    [Fact]
    public void A_short_line_that_ends_its_sentence_ends_its_paragraph() => Reads(
        "1 広場\n\n芝を植え、開く。\nそして、木を植える。\n",
        "# 1 | 広場\n  Paragraph: 芝を植え、開く。\n  Paragraph: そして、木を植える。");

    [Fact]
    public void Three_bare_titles_in_a_row_are_a_list() => Reads(
        "1 方針\n\n次の三つです。\n\n(1) 芝\n\n(2) 木\n\n(3) 花\n\n2 指標\n\n別に定めます。\n",
        "# 1 | 方針\n  Paragraph: 次の三つです。\n  Item: (1) 芝\n  Item: (2) 木\n  Item: (3) 花\n# 2 | 指標\n  Paragraph: 別に定めます。");

    [Fact]
    public void A_page_head_that_repeats_an_open_heading_opens_nothing() => Reads(
        "第1章 広場\n\n芝を植えます。\n\n第1章 広場\n\n木を植えます。\n",
        "# 第1章 | 広場\n  Paragraph: 芝を植えます。\n  Caption: 第1章 広場\n  Paragraph: 木を植えます。");

    [Fact]
    public void Words_before_the_first_heading_stand_in_a_section_without_a_title() =>
        Reads("町のことばです。\n", "# \n  Paragraph: 町のことばです。");

    [Fact]
    public void Nothing_reads_as_a_plan_without_sections() => Assert.Empty(RoughPlanText.Read(" \n\t\n---\n").Sections);

    [Theory]
    [InlineData("\t甲\t乙\n丙\t1\t2\n", "|  | 甲 | 乙 |\n| --- | --- | --- |\n| 丙 | 1 | 2 |")]
    [InlineData("一覧\t\t\n名\t数\t率\n芝\t3\t1\n", "一覧\n\n| 名 | 数 | 率 |\n| --- | --- | --- |\n| 芝 | 3 | 1 |")]
    [InlineData("名\t数\n---\t---\n芝\t3|4\n", "| 名 | 数 |\n| --- | --- |\n| 芝 | 3\\|4 |")]
    [InlineData("名\t事\n芝\t<p>刈る。</p> <p>植える。</p>\n", "| 名 | 事 |\n| --- | --- |\n| 芝 | 刈る。   植える。 |")]
    public void Rows_of_cells_become_a_pipe_table(string text, string markdown) =>
        Assert.Equal(markdown, RoughPlanText.Read("1 表\n\n" + text).Sections[0].Passages[0].Markdown);
}
